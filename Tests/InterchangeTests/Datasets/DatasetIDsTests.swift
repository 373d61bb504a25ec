import Interchange
import Model
import Testing

@Suite struct DatasetIDsTests {
  @Test func idsFollowFromWordsAlone() throws {
    #expect(DatasetIDs.event("ged", "59553") == "ged-59553")
    #expect(DatasetIDs.event("acled", "NOR 17/2") == "acled-nor-17-2")
    let towns = [DatasetPlace("Westdale", "town"), DatasetPlace("Norland", "country")]
    #expect(DatasetIDs.place(towns) == "westdale-norland")
    #expect(DatasetIDs.publisher("The Gazette") == "by-the-gazette")
    let work = CitedWork(
      publisher: "The Gazette", date: try ExtendedDate(reading: "2013-01-14"), title: "A")
    let id = DatasetIDs.work(work)
    #expect(id.rawValue.hasPrefix("the-gazette-2013-01-14-") && id == DatasetIDs.work(work))
    var other = work
    other.title = "B"
    #expect(DatasetIDs.work(other) != id)
  }

  /// Two providers' groups of one name are two, as long as nobody says otherwise.
  @Test func aGroupWithoutItsOwnIdIsItsProvidersAlone() {
    let party = DatasetParty("Gull Brigade")
    #expect(DatasetIDs.group(party, "gtd") == "gtd-group-gull-brigade")
    #expect(DatasetIDs.group(party, "acled") == "acled-group-gull-brigade")
    #expect(DatasetIDs.group(party, PlainEvents.key) == "gull-brigade")
    #expect(DatasetIDs.group(DatasetParty("Gull Brigade", id: "ucdp-4"), "ged") == "ucdp-4")
  }

  @Test(arguments: ["محمد", "村", "—", "", "A/B\u{1B}[31m", "É é"])
  func anyNameMakesAnId(name: String) {
    #expect(DatasetIDs.group(DatasetParty(name), "gtd").isWellFormed)
    #expect(DatasetIDs.place([DatasetPlace(name, "town")]).isWellFormed)
    #expect(DatasetIDs.work(CitedWork(publisher: name, title: name)).isWellFormed)
  }
}
