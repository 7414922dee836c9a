#if ISAL
  import CISAL

  /// Inflates a raw deflate stream piece by piece with ISA-L: `isal_inflate`.
  ///
  /// A class, because an archive lends one to each entry in turn.
  final class StreamInflater {
    /// The number of compressed bytes requested at a time.
    private static let inputLength = 1 << 16

    private let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
    private let input = UnsafeMutableRawBufferPointer.allocate(
      byteCount: StreamInflater.inputLength, alignment: 16)

    init() { reset() }

    deinit {
      state.deallocate()
      input.deallocate()
    }

    /// Prepares for the start of another stream.
    func reset() {
      isal_inflate_init(state)
      state.pointee.crc_flag = UInt32(ISAL_DEFLATE)
      state.pointee.avail_in = 0
    }

    /// Whether the stream's last block has been returned completely.
    var isFinished: Bool { state.pointee.block_state == ISAL_BLOCK_FINISH }

    /// Inflates until `output` is full or the stream ends, and returns the number of bytes.
    ///
    /// `more` fills a buffer with compressed bytes and returns 0 at their end. A stream that stops before its
    /// last block ends there, as in libzip; the result is nil if the stream is damaged.
    func inflate(
      into output: UnsafeMutableRawBufferPointer,
      more: (UnsafeMutableRawBufferPointer) throws(ZipError) -> Int
    ) throws(ZipError) -> Int? {
      let capacity = min(output.count, 1 << 30)
      state.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      state.pointee.avail_out = UInt32(capacity)
      while state.pointee.avail_out > 0, !isFinished {
        let isDry = state.pointee.avail_in == 0
        if isDry {
          state.pointee.avail_in = UInt32(try more(input))
          state.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        }
        let before = (state.pointee.avail_out, state.pointee.avail_in)
        guard isal_inflate(state) == ISAL_DECOMP_OK else { return nil }
        let isStuck = before == (state.pointee.avail_out, state.pointee.avail_in)
        if isStuck, isDry { break }
      }
      return capacity - Int(state.pointee.avail_out)
    }
  }
#endif
