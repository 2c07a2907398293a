import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { root } from './commands.mjs'

/** Says on its way out how much processor time the command took, over all its threads. */
const tellCpu = `data:text/javascript,import{isMainThread}from"node:worker_threads";import{writeSync}from"node:fs";if(isMainThread)process.on("exit",()=>{const{userCPUTime:u,systemCPUTime:s}=process.resourceUsage();writeSync(3,String((u+s)/1e6))})`

/**
 * Runs the command-line tool as a person does, and times it: `said` is what it says to people; its answer goes into a file, if one is named.
 * @param {readonly string[]} args
 * @param {{ answer?: string, options?: readonly string[] }} [more] `options` are those of Node
 * @returns {Promise<{ code: number | null, seconds: number, cpuSeconds: number, said: string }>}
 */
export async function timeCommand(args, { answer, options = [] } = {}) {
  const out = answer === undefined ? undefined : await open(answer, 'w')
  const start = performance.now()
  let [cpu, said] = ['', '']
  const code = await new Promise((resolve, reject) => {
    const command = [...options, '--import', tellCpu, path.join(root, '.build/ogi.mjs'), ...args]
    const child = spawn(process.execPath, command, { stdio: ['ignore', out?.fd ?? 'ignore', 'pipe', 'pipe'] })
    child.stderr?.on('data', (/** @type {Buffer} */ text) => (said += String(text)))
    child.stdio[3]?.on('data', (/** @type {Buffer} */ text) => (cpu += String(text)))
    child.once('error', reject)
    child.once('close', resolve)
  })
  const seconds = (performance.now() - start) / 1000
  await out?.close()
  return { code, seconds, cpuSeconds: Number(cpu), said }
}
