import { Problem } from '../../ingest/domain/problem.ts'

/** The result of the work, or Problem "timeout" where it is not there in time; the work itself is not stopped. */
export async function withinTime<Result>(work: Promise<Result>, limitMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Problem('timeout', `There was no answer within ${limitMs} ms.`)), limitMs)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
