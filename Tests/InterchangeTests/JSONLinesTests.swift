import Interchange
import Model
import Testing

@Suite struct JSONLinesTests {
  private let lines = JSONLines { ["red": "Red Band", "town": "Town"][$0] }
  private let citation = Citation(
    PassageID(source: "doe-2020", number: ParagraphNumber(2)), via: ["herald"])

  private func statement(
    _ property: Property, _ value: Statement.Value, basis: Basis = .stated
  ) -> Statement {
    Statement(
      id: RecordID("e/\(property.rawValue).1"), subject: "e", property: property, label: "L",
      value: value, basis: basis, citations: [citation])
  }

  @Test func anEventHasItsDocumentedFields() throws {
    let event = Event(
      id: "e", title: "A “bomb”", kind: Term(key: "attack", label: "Attack"),
      statements: [
        statement(.date, .date(try ExtendedDate(reading: "2016-08"))),
        statement(.place, .reference(.record("town"))),
        statement(Property(.claimant), .reference(.record("red")), basis: .reported),
        statement(.killed, .figure(CasualtyFigure(70, .moreThan))),
      ])
    let cited = #"[{"passage":"doe-2020#2","via":["herald"],"words":null}]"#
    let date =
      #"{"asOf":null,"basis":"stated","by":null,"citations":\#(cited),"extent":"within","id":"e/date.1","label":"L","link":null,"note":null,"property":"date","record":"statement","rival":null,"subject":{"id":"e","name":null},"through":null,"value":"2016-08"}"#
    let place =
      #"{"asOf":null,"basis":"stated","by":null,"citations":\#(cited),"extent":"within","id":"e/place.1","label":"L","link":null,"note":null,"property":"place","record":"statement","rival":null,"subject":{"id":"e","name":null},"through":null,"value":{"id":"town","name":"Town"}}"#
    #expect(
      lines.object(.event(event)).line
        == #"{"citations":\#(cited),"date":"2016-08","dates":[\#(date)],"earliest":"2016-08-01","id":"e","killed":[{"basis":"stated","by":null,"citations":\#(cited),"high":null,"low":71,"note":null,"qualifier":"more than","value":70}],"killedAndWounded":[],"kind":"attack","latest":"2016-08-31","participants":[{"basis":"reported","by":null,"citations":\#(cited),"id":"red","name":"Red Band","note":null,"role":"claimant","through":null}],"place":{"id":"town","name":"Town"},"places":[\#(place)],"record":"event","statements":[],"title":"A “bomb”","wounded":[]}"#
    )
  }

  @Test func unknownIsNullAndNeverZero() throws {
    let event = Event(
      id: "e", title: "E", kind: Term(key: "attack", label: "Attack"), statements: [])
    guard case .object(let fields) = lines.object(.event(event)) else { return }
    for key in ["date", "earliest", "latest", "place"] { #expect(fields[key] == .null, "\(key)") }
    for key in ["killed", "wounded", "killedAndWounded"] { #expect(fields[key] == .array([])) }
    let open = Source(id: "s", date: try ExtendedDate(reading: "2016-12-05/.."))
    guard case .object(let source) = lines.object(.source(open)) else { return }
    #expect(source["earliest"] == .string("2016-12-05") && source["latest"] == .null)
  }

  @Test func aLineIsOneLine() {
    #expect(JSONValue.string("a\nb\u{1B}/").line == #""a\nb\u001b/""#)
  }
}
