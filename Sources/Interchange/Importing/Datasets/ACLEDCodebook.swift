/// What ACLED's codebook says of the columns of its files, in our words.
///
/// Followed is the *ACLED Codebook* of October 2024, by the names of its sections. What the table of
/// variables in ACLED's R package `acledR` or the package's articles say is cited as theirs. How vague
/// words become numbers of dead is told by the codebook of 2019 (several, many, few: 10; dozens: 12;
/// hundreds, massacre: 100) and by ACLED's guide to its fatality methodology (no number at all: 10 for a
/// significant attack, 3 for one of limited scope).
enum ACLEDCodebook {
  static let book = Codebook(guides)

  private static let codebook = "ACLED Codebook, October 2024, "
  private static let events = codebook + "Event Types and Sub-Event Types"
  private static let targeting = codebook + "Civilian targeting"
  private static let actors = codebook + "Actors"
  private static let inter = codebook + "Actor Names, Types, and ‘Inter’ Codes"
  private static let interaction = codebook + "Interaction Codes"
  private static let geography = codebook + "Event Geography"
  private static let spatial = codebook + "Spatial precision codes"
  private static let time = codebook + "Event time"
  private static let precision = codebook + "Time precision codes"
  private static let fatalities =
    codebook + "Reported Fatalities; ACLED Codebook, 2019; acledR, “Fatalities”"
  private static let variables = "acledR, acled_codebook"

  /// Numbers of dead that may stand for words, and for which.
  static let estimates = [
    3:
      "may stand for deaths that no source counted, in an attack of limited scope or outside of a war zone",
    10:
      "may stand for “several”, “many” or “a few”, or for deaths in a significant attack that no source counted",
    12: "may stand for “dozens”",
    100: "may stand for “hundreds” or “a massacre”",
  ]

  private static let kinds = [
    1: "State forces", 2: "Rebel groups", 3: "Political militias", 4: "Identity militias",
    5: "Rioters", 6: "Protesters", 7: "Civilians", 8: "External/Other forces",
  ]

  /// 10 is state forces alone, 12 state forces and rebel groups.
  private static let interactions: [Int: String] = {
    var codes: [Int: String] = [:]
    for (first, one) in kinds {
      codes[10 * first] = "\(one) alone"
      for (second, other) in kinds where second >= first {
        codes[10 * first + second] =
          "\(one) and \(other.lowercased())"
      }
    }
    return codes
  }()

  static let guides: [ColumnGuide] = identity + whatHappened + who + place + rest

  private static let identity: [ColumnGuide] = [
    .init(
      "event_id_cnty", "Id", variables,
      "A number and letters for the country, which together stand for one event."),
    .init("data_id", "Number of the row", variables, "A number of the event in older files."),
    .init(
      "event_id_no_cnty", "Number of the event", variables,
      "The number of the id without the country's letters; not unique over countries."),
    .init(
      "event_date", "Date", time,
      "The day of the event; one of several days has a row for each. It may be the middle of a week or a month: see time_precision."
    ),
    .init("year", "Year", time, "The year of the event's date."),
    .init(
      "time_precision", "Precision of the date", precision,
      "1: the day is known. 2: a week or weekend is, and its middle is given. 3: a month is, and its middle is given, or its first or last day where sources speak of its beginning or end.",
      codes: [
        1: "the day is known", 2: "known to a week or weekend, of which the middle is given",
        3: "known to the month, of which the middle, the first or the last day is given",
      ]),
  ]

  private static let whatHappened: [ColumnGuide] = [
    .init(
      "disorder_type", "Kind of disorder", events,
      "Political violence, demonstrations or strategic developments; the widest classes of events."),
    .init(
      "event_type", "Event type", events,
      "One of six: battles, protests, riots, explosions and remote violence, violence against civilians, strategic developments."
    ),
    .init(
      "sub_event_type", "Sub-event type", events,
      "The event's type more exactly, such as armed clash or air/drone strike, one of 25."),
    .init(
      "interaction", "Kinds of actors together", interaction,
      "Which two kinds of actors met, without an order; newer files have words in place of the number.",
      codes: interactions),
    .init(
      "civilian_targeting", "Civilian targeting", targeting,
      "Says so where civilians were the main or only target of the event; blank otherwise."),
    .init(
      "fatalities", "Killed", fatalities,
      "Deaths as reported, the most conservative figure found; 0 where none were reported. Words without a number become 3, 10, 12 or 100. A total for several days or places is divided among the events.",
      codes: estimates.merging([0: "none reported"]) { word, _ in word }),
    .init(
      "notes", "Notes", codebook + "Notes", "A short account of the event in ACLED's words."),
    .init(
      "tags", "Tags", codebook + "Tags",
      "Further marks of the event, such as the size of a crowd, separated by semicolons."),
  ]

  private static let who: [ColumnGuide] = ["1", "2"].flatMap { number in
    [
      ColumnGuide(
        "actor\(number)", "Actor \(number)", actors,
        "A named actor of the event. Which is actor 1 and which actor 2 does not say who attacked whom."
      ),
      ColumnGuide(
        "assoc_actor_\(number)", "Associated with actor \(number)", actors,
        "Those who took part with actor \(number), or the groups to which it belongs, separated by semicolons."
      ),
      ColumnGuide(
        "inter\(number)", "Kind of actor \(number)", inter,
        "What kind of actor it is, of eight; newer files have words in place of the number.",
        codes: kinds),
    ]
  }

  private static let place: [ColumnGuide] = [
    .init("iso", "ISO number of the country", variables, "The country's number in ISO 3166."),
    .init(
      "iso3", "ISO letters of the country", variables, "The country's three letters in ISO 3166."),
    .init("region", "Region", geography, "The part of the world, as ACLED divides it."),
    .init("country", "Country", geography, "The country or territory of the event."),
    .init(
      "admin1", "First-order region", geography,
      "The largest administrative region below the country: a province or state."),
    .init(
      "admin2", "Second-order region", geography,
      "The administrative region below that: a district."),
    .init(
      "admin3", "Third-order region", geography,
      "The administrative region below that; many countries have none."),
    .init(
      "location", "Location", geography,
      "The town, village or other named place to which the event is coded."),
    .init(
      "latitude", "Latitude", geography,
      "The latitude of the location (WGS 84), not of the event itself."),
    .init(
      "longitude", "Longitude", geography,
      "The longitude of the location (WGS 84), not of the event itself."),
    .init(
      "geo_precision", "Precision of the place", spatial,
      "1: a town is named. 2: a small part of a region, or near a town, and a town there stands for it. 3: a larger region, and a natural feature or its capital stands for it.",
      codes: [
        1: "in the town that is named",
        2: "near the town that is named, or in a small part of a region for which it stands",
        3: "somewhere in a larger region, for which its capital or a natural feature stands",
      ]),
  ]

  private static let rest: [ColumnGuide] = [
    .init(
      "source", "Source", "acledR, “Sourcing in ACLED”",
      "The outlets that told most of the event, separated by semicolons; neither titles nor dates nor links are given."
    ),
    .init(
      "source_scale", "Reach of the sources", "acledR, “Sourcing in ACLED”",
      "Local, subnational, national, regional, international or other; several are joined by hyphens. It says nothing of how good a source is."
    ),
    .init(
      "timestamp", "Row last changed", "acledR, “Time”",
      "A moment in seconds since 1970 (Unix time), by which later changes of the row are found."),
  ]
}
