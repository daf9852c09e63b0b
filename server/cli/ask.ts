import { openAsker } from '../assemble.ts'
import { askCommand } from './ask-command.ts'
import { runAsProcess } from './command.ts'

await runAsProcess(askCommand(openAsker))
