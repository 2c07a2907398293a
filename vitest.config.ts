import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'

const isLong = process.env.OGI_LONG === '1'

/** Tests that read or open the built site in `dist/`. */
const overBuilt = ['tests/e2e/**/*.test.ts', 'tests/bundle.test.ts', 'tests/readme.test.ts']

/** Those whose subject is time, or that build the site again: nothing else may run beside them. */
const alone = [
  'tests/e2e/engine/**/*.test.ts',
  'tests/e2e/compiling/**/*.test.ts',
  'tests/e2e/*Speed.test.ts',
  'tests/e2e/embed/manyEmbeds.test.ts',
  'tests/e2e/delivery.test.ts',
  'tests/readme.test.ts',
]

const inBrowser = {
  environment: 'node',
  globalSetup: ['tests/e2e/checkBuilt.ts'],
  testTimeout: isLong ? 3_600_000 : 120_000,
  hookTimeout: 120_000,
  // Two browsers share the machine: what is waited for may take its time.
  expect: { poll: { timeout: 15_000 } },
}

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['tests/**/*.test.{ts,tsx}'],
            exclude: overBuilt,
            environment: 'node',
            maxWorkers: 2,
            testTimeout: isLong ? 600_000 : 20_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            include: overBuilt,
            exclude: alone,
            ...inBrowser,
            maxWorkers: 2,
          },
        },
        {
          extends: true,
          test: {
            name: 'timed',
            include: alone,
            ...inBrowser,
            fileParallelism: false,
          },
        },
      ],
    },
  }),
)
