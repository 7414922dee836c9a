/// A report as JSON: `text` and ``line(_:_:)`` write it, ``read(_:forms:)`` reads it.
///
/// Members are in the form's order, and every field of the form is included; a report that was written and
/// read is written again byte for byte.
package enum ReportJSON {}
