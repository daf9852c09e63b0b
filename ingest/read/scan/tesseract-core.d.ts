/** The part of tesseract.js-core that is used here; it has no types of its own. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  interface TessBaseAPI {
    /** 0 where it went well; 1 for an engine of neural networks only. */
    Init(dataPath: null, language: string, engine: number, config: null): number
    SetVariable(name: string, value: string): boolean
    /** Takes the picture in the file "/input"; 0 where it could be read. `exif` 1 leaves it as it is. */
    SetImageFile(exif: number, angle: number): number
    SetSourceResolution(dpi: number): void
    Recognize(monitor: null): number
    GetUTF8Text(): string
    /** Blocks, paragraphs, lines, words and symbols with their confidences, as JSON. */
    GetJSONText(page: null): string
  }

  interface TesseractCore {
    readonly FS: { writeFile(path: string, data: Uint8Array): void }
    readonly TessBaseAPI: new () => TessBaseAPI
  }

  export default function createCore(options: {
    print(line: string): void
    printErr(line: string): void
  }): Promise<TesseractCore>
}
