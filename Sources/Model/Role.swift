/// What somebody was in an event. *Carried out* and *claimed* are different facts.
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// Carried it out.
  case perpetrator
  /// Said that they did it.
  case claimant
  /// Is said by others to have done it.
  case attributed
  /// Denies involvement, or that it happened so.
  case denier
  case target, victim
  case pledger
  /// Received a pledge or a message.
  case recipient
  case speaker, addressee, publisher, appointee, appointer, participant

  /// A label for a column: "Claimed by".
  public var label: String {
    switch self {
    case .perpetrator: "Carried out by"
    case .claimant: "Claimed by"
    case .attributed: "Attributed to"
    case .denier: "Denied by"
    case .target: "Target"
    case .victim: "Victims"
    case .pledger: "Pledged by"
    case .recipient: "Recipient"
    case .speaker: "Said by"
    case .addressee: "Addressed to"
    case .publisher: "Published by"
    case .appointee: "Appointed"
    case .appointer: "Appointed by"
    case .participant: "Participant"
    }
  }
}
