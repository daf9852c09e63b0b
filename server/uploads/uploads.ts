import { type Ingester, IngestProcess } from './ingest-process.ts'
import { openSpool, type Spool, sweepSpools } from './spool.ts'
import { UploadQueue } from './upload-queue.ts'

/** What takes files into a data folder, and documents out of it, while it is served. */
export interface Uploads extends Pick<UploadQueue, 'add' | 'remove' | 'close'> {
  openSpool(): Promise<Spool>
}

/** `ingester` is what does the work, where it is another than a process of its own. */
export async function openUploads(dataDir: string, ingester: Ingester = new IngestProcess(dataDir)): Promise<Uploads> {
  await sweepSpools(dataDir)
  const queue = new UploadQueue(ingester)
  return {
    openSpool: () => openSpool(dataDir),
    add: (files, onStatus) => queue.add(files, onStatus),
    remove: (id) => queue.remove(id),
    close: () => queue.close(),
  }
}
