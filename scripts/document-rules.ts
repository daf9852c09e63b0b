import { writeFileSync } from 'node:fs'
import { RULE_DOCUMENTATION, ruleDocumentation } from './rule-documentation.ts'

writeFileSync(RULE_DOCUMENTATION, ruleDocumentation())
