import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'

const isLong = process.env.OGI_LONG === '1'

/** Tests that read or open the built site in `dist/`. */
const overBuilt = ['tests/e2e/**/*.test.ts', 'tests/bundle.test.ts', 'tests/readme.test.ts']

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
            testTimeout: isLong ? 600_000 : 20_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            include: overBuilt,
            environment: 'node',
            globalSetup: ['tests/e2e/checkBuilt.ts'],
            // One browser at a time: deadlines of the pages are part of what is tested.
            fileParallelism: false,
            testTimeout: isLong ? 3_600_000 : 60_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  }),
)
