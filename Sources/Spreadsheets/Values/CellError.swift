/// A spreadsheet error that a cell holds as its value, such as `#DIV/0!`.
///
/// Source: ECMA-376-1:2016, 18.17.3; codes that are not listed here are kept as they stand.
public struct CellError: Hashable, Sendable {
  /// The error's code as it is shown, such as `#N/A`.
  public let code: String

  /// Makes the error with `code`.
  public init(_ code: String) {
    self.code = code
  }

  /// `#NULL!`: two areas do not intersect.
  public static let null = CellError("#NULL!")
  /// `#DIV/0!`: a division by zero.
  public static let divisionByZero = CellError("#DIV/0!")
  /// `#VALUE!`: an operand of the wrong kind.
  public static let value = CellError("#VALUE!")
  /// `#REF!`: a reference to a cell that is gone.
  public static let reference = CellError("#REF!")
  /// `#NAME?`: an unknown name.
  public static let name = CellError("#NAME?")
  /// `#NUM!`: a number that cannot be.
  public static let number = CellError("#NUM!")
  /// `#N/A`: a value that is not available.
  public static let notAvailable = CellError("#N/A")
  /// `#GETTING_DATA`: a value that is still being fetched.
  public static let gettingData = CellError("#GETTING_DATA")
}

extension CellError: CustomStringConvertible {
  /// The error's code.
  public var description: String { code }
}
