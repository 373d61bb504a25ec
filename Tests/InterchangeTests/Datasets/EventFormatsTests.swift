import Interchange
import Model
import TestSupport
import Testing

@Suite struct EventFormatsTests {
  /// A header of each format, by its key.
  static let headers: [String: [String]] = [
    "ged": [
      "id", "type_of_violence", "side_a_new_id", "side_a", "side_b_new_id", "side_b", "country",
      "adm_1", "adm_2", "where_coordinates", "where_description", "latitude", "longitude",
      "date_start", "date_end", "date_prec", "where_prec", "best", "low", "high", "deaths_a",
      "deaths_b", "deaths_civilians", "deaths_unknown", "number_of_sources", "source_article",
      "source_original", "event_clarity", "code_status", "active_year",
    ],
    "gtd": [
      "eventid", "iyear", "imonth", "iday", "approxdate", "extended", "resolution", "country_txt",
      "provstate", "city", "latitude", "longitude", "specificity", "vicinity", "summary",
      "attacktype1", "targtype1", "target1", "gname", "gname2", "guncertain1", "claimed",
      "claimmode", "nkill", "nkillter", "nwound", "doubtterr", "scite1", "scite2", "related",
    ],
    "acled": [
      "event_id_cnty", "event_date", "year", "time_precision", "event_type", "sub_event_type",
      "actor1", "assoc_actor_1", "inter1", "actor2", "inter2", "country", "admin1", "location",
      "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities",
      "tags", "timestamp",
    ],
    "events": ["id", "title", "kind", "date", "groups", "place", "killed", "wounded", "note"],
  ]

  @Test func everyFormatIsKnownByItsHeaderAndByNoOther() throws {
    #expect(Set(Self.headers.keys) == Set(EventFormats.all.map { $0.key }))
    for (key, header) in Self.headers {
      let format = try #require(EventFormats.recognise(FileRow(header)))
      #expect(type(of: format).key == key && format.columns == header)
      for other in Self.headers.keys where other != key {
        #expect(EventFormats.recognise(FileRow(header), as: other) == nil)
      }
    }
    #expect(EventFormats.recognise(FileRow(["colour", "size"])) == nil)
    #expect(EventFormats.recognise(FileRow()) == nil)
  }

  /// Whatever stands in a row, it is an event or has a problem that names one of its columns.
  @Test(arguments: headers.keys.sorted(), [1, 2, 3] as [UInt64])
  func anyRowIsReadOrRefused(key: String, seed: UInt64) throws {
    let header = try #require(Self.headers[key])
    let format = try #require(EventFormats.recognise(FileRow(header)))
    var random = SeededGenerator(seed: seed)
    let values = [
      "", " ", "0", "-9", "-99", "1", "3", "10", "12", "100", "2013", "2013-01-10", "13", "31",
      "04 November 2021", "201301100001", "99999999999999999999", "Unknown", "Red Band", "村",
      "\"A,2013-01-10,B\";\"C", "\"\"\"", ";;", "a; b", "more than 70", "1.5", "\u{1B}[31m", "\n",
    ]
    var (taken, refused) = (0, 0)
    for _ in 0..<3000 {
      var fields = header.map { _ in values.randomElement(using: &random) ?? "" }
      if Int.random(in: 0..<4, using: &random) == 0 {
        fields.removeLast(Int.random(in: 0..<fields.count, using: &random))
      }
      let row = FileRow(fields)
      switch Self.event(row, format) {
      case .success(let event):
        #expect(try format.outline(row).id == event.id)
        #expect(DatasetIDs.event(key, event.id).isWellFormed)
        for fact in format.facts(row) {
          #expect(fact.columns.allSatisfy(header.indices.contains) && !fact.label.isEmpty)
        }
        _ = (format.coordinates(row), format.quoted(row))
        taken += 1
      case .failure(let problem):
        #expect(problem.column.map(header.indices.contains) ?? true)
        #expect(!problem.reason.isEmpty && problem.remedy.hasSuffix("."))
        refused += 1
      }
      for column in header.indices { _ = format.meaning(column, row[column]) }
    }
    #expect(refused > 0 && taken + refused == 3000)
  }

  private static func event(
    _ row: FileRow, _ format: any EventFormat
  ) -> Result<DatasetEvent, RowProblem> {
    do throws(RowProblem) { return .success(try format.event(row)) } catch {
      return .failure(error)
    }
  }
}
