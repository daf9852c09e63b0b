// A thread has no TypeScript of its own, however its process came by it.
import { register } from 'tsx/esm/api'

register()
await import('./reader-worker.ts')
