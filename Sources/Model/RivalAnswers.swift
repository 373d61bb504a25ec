/// One of the answers to a question on which statements of a record differ, with all that give it.
public struct RivalAnswer: Hashable, Sendable {
  /// The answer.
  public var value: Statement.Value
  /// The statements that give it, in the casebook's order.
  public var statements: [Statement]

  /// The works that it rests on, in the order met: those that a passage itself names, else the source
  /// that the passage stands in. Two sources that both rest on one work are one report.
  public var reports: [RecordID] { statements.flatMap(\.citations).reports }
}

extension RivalValues {
  /// The statements by what they answer, in the order of the first that does.
  public var answers: [RivalAnswer] {
    var answers: [RivalAnswer] = []
    for statement in statements {
      if let index = answers.firstIndex(where: { $0.value == statement.value }) {
        answers[index].statements.append(statement)
      } else {
        answers.append(RivalAnswer(value: statement.value, statements: [statement]))
      }
    }
    return answers
  }
}
