/// An error value of a cell, such as `#DIV/0!`.
///
/// Source: ECMA-376-1:2016, 18.17.3; codes that are not listed here are kept unchanged.
public struct CellError: Hashable, Sendable {
  /// The error's code as displayed, such as `#N/A`.
  public let code: String

  /// Makes the error with `code`.
  public init(_ code: String) {
    self.code = code
  }

  /// `#NULL!`: two ranges do not intersect.
  public static let null = CellError("#NULL!")
  /// `#DIV/0!`: a division by zero.
  public static let divisionByZero = CellError("#DIV/0!")
  /// `#VALUE!`: an operand of the wrong type.
  public static let value = CellError("#VALUE!")
  /// `#REF!`: a reference to a cell that no longer exists.
  public static let reference = CellError("#REF!")
  /// `#NAME?`: an unknown name.
  public static let name = CellError("#NAME?")
  /// `#NUM!`: an invalid number.
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
