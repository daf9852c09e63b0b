import { MemoryStore } from './memory-store.ts'
import { corpusStoreContract } from './store.contract.ts'

corpusStoreContract('MemoryStore', () => new MemoryStore())
