/// Statements of one record that answer one question differently, each with its own citations.
///
/// Rival values are kept and shown, never averaged or decided. Of an event, differing figures of one
/// kind are rivals, and dates that share no day; what is merely more exact contradicts nothing. Other
/// statements are rivals where the casebook gives them the same `rival`.
public struct RivalValues: Hashable, Sendable {
  /// The record that they are about.
  public var subject: RecordID
  /// What they differ on: “killed”, “day of formation”.
  public var question: String
  /// Two or more, in the casebook's order.
  public var statements: [Statement]

  /// Takes the parts as they are.
  public init(subject: RecordID, question: String, statements: [Statement]) {
    self.subject = subject
    self.question = question
    self.statements = statements
  }

  /// Every question on which statements of one record differ, in the order of their first ones.
  public static func among(_ statements: [Statement]) -> [RivalValues] {
    var questions: [String] = []
    var answers: [String: [Statement]] = [:]
    for statement in statements {
      guard let question = statement.rival ?? statement.questionByItself else { continue }
      if answers[question] == nil { questions.append(question) }
      answers[question, default: []].append(statement)
    }
    return questions.compactMap { question in
      let rivals = (answers[question] ?? []).filter { one in
        one.rival != nil || (answers[question] ?? []).contains { one.contradicts($0) }
      }
      guard rivals.count > 1, let subject = rivals.first?.subject else { return nil }
      return RivalValues(subject: subject, question: question, statements: rivals)
    }
  }
}

extension Statement {
  /// What any other statement of the property answers too.
  fileprivate var questionByItself: String? {
    switch property {
    case .date, .killed, .wounded, .killedAndWounded: property.rawValue
    default: nil
    }
  }

  fileprivate func contradicts(_ other: Statement) -> Bool {
    switch (value, other.value) {
    case (.date(let one), .date(let other)):
      !one.span.overlaps(other.span)
    case (.figure(let one), .figure(let other)): one != other
    default: false
    }
  }
}
