import { z } from 'zod'

/** Planned money, or money received and spent. */
export const basisSchema = z.enum(['budget', 'final_accounts'])
export type Basis = z.infer<typeof basisSchema>

/** 部门 (consolidated) or 单位 (one unit) disclosure. */
export const levelSchema = z.enum(['department', 'unit'])
export type Level = z.infer<typeof levelSchema>

/** What a disclosure says of itself; never taken from the file name. */
export const identitySchema = z.object({
  /** The unit's official name as printed, the fullest form found. */
  organization: z.string().min(1),
  /** Every other way the unit is named or may be asked for, Chinese and romanised, derived and printed. */
  aliases: z.array(z.string()),
  level: levelSchema.nullable(),
  /** The fiscal year disclosed; null where the document does not say. */
  fiscalYear: z.number().int().nullable(),
  basis: basisSchema.nullable(),
  /** What a reader would call it: "…水利局 2031 年部门预算公开". */
  title: z.string(),
})
export type Identity = z.infer<typeof identitySchema>

export const warningSchema = z.object({
  code: z.string(),
  message: z.string(),
  /** Of the file. */
  line: z.number().int().positive().nullable(),
  /** In a document of pages, in place of the line. */
  page: z.number().int().positive().nullable(),
  /** In a workbook; the cell may be left out. */
  sheet: z.string().optional(),
  cell: z.string().optional(),
  /** In a Word file. */
  paragraph: z.number().int().positive().optional(),
})
/** Something in a document that was not understood, or understood with doubt. */
export type Warning = z.infer<typeof warningSchema>

export const documentRecordSchema = identitySchema.extend({
  /** Stable id: the first 16 hex digits of the SHA-256 of the file's bytes. */
  id: z.string(),
  /** Name of the ingested file, without its folder. */
  file: z.string(),
  sha256: z.string(),
  /** Number of lines of the decoded text, or of what was read from pages, cells or paragraphs. */
  lineCount: z.number().int(),
  /** "utf-8", "utf-16le", "utf-16be" or "gb18030" of a text; of other files their format, such as "pdf". */
  encoding: z.string(),
  ingestedAt: z.string(),
  tables: z.number().int(),
  facts: z.number().int(),
  chunks: z.number().int(),
  /** Share of the amounts printed that became facts, 0 to 1. */
  understood: z.number(),
  warnings: z.array(warningSchema),
})
export type DocumentRecord = z.infer<typeof documentRecordSchema>
