/// What the codebook of the Global Terrorism Database says of its columns, in our words.
///
/// Followed is *GTD Codebook: Methodology, Inclusion Criteria, and Variables* (START, University of
/// Maryland, August 2021); sections are cited by their names.
enum GTDCodebook {
  static let book = Codebook(guides)

  private static let title = "GTD Codebook, August 2021"
  private static let date = title + ", I. GTD ID and Date"
  private static let incident = title + ", II. Incident Information"
  private static let location = title + ", III. Incident Location"
  private static let attack = title + ", IV. Attack Information"
  private static let weapon = title + ", V. Weapon Information"
  private static let target = title + ", VI. Target/Victim Information"
  private static let perpetrator = title + ", VII. Perpetrator Information"
  private static let casualties = title + ", VIII. Casualties and Consequences"
  private static let additional = title + ", IX. Additional Information and Sources"

  private static let unknown = [-9: "unknown", -99: "unknown"]
  private static let yesOrNo = [1: "yes", 0: "no", -9: "unknown", -99: "unknown"]

  private static func coded(_ codes: [Int: String]) -> [Int: String] {
    codes.merging(unknown) { code, _ in code }
  }

  static let guides: [ColumnGuide] =
    dates + incidents + places + attacks + weapons + targets + perpetrators + consequences + others

  private static let dates: [ColumnGuide] = [
    .init(
      "eventid", "Id", date,
      "Twelve digits: the date as year, month and day, then a number among the incidents of that day."
    ),
    .init(
      "iyear", "Year", date,
      "The year in which the incident took place; of a long one, in which it began."),
    .init(
      "imonth", "Month", date,
      "The month in which it took place, of a long one in which it began. 0 where it is not known.",
      codes: coded([0: "the month is not known"])),
    .init(
      "iday", "Day", date,
      "The day of the month on which it took place, of a long one on which it began. 0 where it is not known.",
      codes: coded([0: "the day is not known"])),
    .init(
      "approxdate", "Approximate date", date,
      "The date in words where it is not known exactly or the sources leave it unclear."),
    .init(
      "extended", "Longer than 24 hours", date,
      "Whether the incident lasted for more than 24 hours.",
      codes: coded([1: "lasted more than 24 hours", 0: "lasted less than 24 hours"])),
    .init(
      "resolution", "Ended", date,
      "The day on which an incident that lasted for more than 24 hours came to its end."),
  ]

  private static let incidents: [ColumnGuide] = [
    .init(
      "summary", "Summary", incident,
      "A short account of who did what, where, when, how and why. Systematically written for incidents after 1997."
    ),
    .init(
      "crit1", "Criterion 1: political, economic, religious or social goal", incident,
      "Whether the act aimed at a political, economic, religious or social goal. Profit alone does not count.",
      codes: yesOrNo),
    .init(
      "crit2", "Criterion 2: meant to coerce, intimidate or publicize", incident,
      "Whether there is evidence of an intention to coerce, intimidate or convey a message to more people than the victims.",
      codes: yesOrNo),
    .init(
      "crit3", "Criterion 3: outside legitimate warfare", incident,
      "Whether the act lies outside what international humanitarian law allows in war.",
      codes: yesOrNo),
    .init(
      "doubtterr", "Doubt that it is terrorism", incident,
      "Whether there is uncertainty that the incident meets all criteria of terrorism. Not coded for older incidents, which have -9.",
      codes: [
        1: "yes: there is doubt that it is terrorism", 0: "no: there is essentially no doubt",
        -9: "not coded when the incident was recorded",
      ]),
    .init(
      "alternative", "What else it may be", incident,
      "The most likely other kind of violence, where there is doubt that the incident is terrorism.",
      codes: [
        1: "Insurgency/Guerilla Action", 2: "Other Crime Type", 3: "Inter/Intra-Group Conflict",
        4: "Lack of Intentionality", 5: "State Actors",
      ]),
    .init(
      "multiple", "Part of several connected incidents", incident,
      "Whether several attacks are connected, each with a row of its own. Systematically coded for incidents after 1997.",
      codes: yesOrNo),
    .init(
      "related", "Related incidents", incident,
      "The ids of the incidents that are part of the same connected attack, separated by commas."),
  ]

  private static let places: [ColumnGuide] = [
    .init(
      "country", "Country", location,
      "The country or territory of the incident, as it was at that time, by the GTD's number."),
    .init(
      "country_txt", "Country", location,
      "The country or territory of the incident, as it was at that time."),
    .init(
      "region", "Region", location, "The part of the world, of twelve that the GTD distinguishes.",
      codes: [
        1: "North America", 2: "Central America & Caribbean", 3: "South America", 4: "East Asia",
        5: "Southeast Asia", 6: "South Asia", 7: "Central Asia", 8: "Western Europe",
        9: "Eastern Europe", 10: "Middle East & North Africa", 11: "Sub-Saharan Africa",
        12: "Australasia & Oceania",
      ]),
    .init(
      "provstate", "Province or state", location,
      "The first-order administrative region in which it took place, by its name at that time."),
    .init("city", "City", location, "The city, town or village in or near which it took place."),
    .init(
      "latitude", "Latitude", location,
      "The latitude of the city (WGS 84); the column specificity says how near that is to the incident."
    ),
    .init(
      "longitude", "Longitude", location,
      "The longitude of the city (WGS 84); the column specificity says how near that is to the incident."
    ),
    .init(
      "specificity", "What the coordinates are of", location,
      "How closely the coordinates fit, from 1 for the city itself to 5 for none.",
      codes: [
        1: "of the city, town or village itself",
        2:
          "in a city, town or village without coordinates: of the middle of the smallest region known",
        3: "not in a city, town or village: of the middle of the smallest region known",
        4: "of the middle of the first-order region: no smaller one is known",
        5: "not even the first-order region is known", -9: "unknown", -99: "unknown",
      ]),
    .init(
      "vicinity", "Near the city", location,
      "Whether it took place in the immediate surroundings of the city rather than in it.",
      codes: coded([1: "in the immediate vicinity of the city", 0: "in the city itself"])),
    .init(
      "location", "Location", location,
      "More on the place: a street, a building, a distance from a town."),
  ]

  private static let attackTypes = [
    1: "Assassination", 2: "Armed Assault", 3: "Bombing/Explosion", 4: "Hijacking",
    5: "Hostage Taking (Barricade Incident)", 6: "Hostage Taking (Kidnapping)",
    7: "Facility/Infrastructure Attack", 8: "Unarmed Assault", 9: "Unknown",
  ]

  private static let attacks: [ColumnGuide] =
    [
      ColumnGuide(
        "attacktype1", "Attack type", attack,
        "The general method, of nine. Where an attack has several, the first is the highest in the GTD's order of types.",
        codes: attackTypes),
      ColumnGuide(
        "attacktype2", "Attack type, second", attack, "A second method of the same attack.",
        codes: attackTypes),
      ColumnGuide(
        "attacktype3", "Attack type, third", attack, "A third method of the same attack.",
        codes: attackTypes),
      ColumnGuide(
        "success", "Successful", attack,
        "Whether the act that defines the attack's type took place: the bomb went off, the target of an assassination died. It does not mean that a larger goal was reached.",
        codes: yesOrNo),
      ColumnGuide(
        "suicide", "Suicide attack", attack,
        "Whether there is evidence that the perpetrator did not intend to come away alive.",
        codes: yesOrNo),
    ]

  private static let weaponTypes = [
    1: "Biological", 2: "Chemical", 3: "Radiological", 4: "Nuclear", 5: "Firearms",
    6: "Explosives", 7: "Fake Weapons", 8: "Incendiary", 9: "Melee", 10: "Vehicle",
    11: "Sabotage Equipment", 12: "Other", 13: "Unknown",
  ]

  private static let weapons: [ColumnGuide] =
    (1...4).flatMap { number in
      [
        ColumnGuide(
          "weaptype\(number)", numbered("Weapon type", number), weapon,
          "The general type of weapon, of thirteen; up to four are recorded.", codes: weaponTypes),
        ColumnGuide(
          "weapsubtype\(number)", numbered("Weapon subtype", number), weapon,
          "The weapon more exactly, within its general type."),
      ]
    } + [
      ColumnGuide("weapdetail", "Weapon details", weapon, "What is known of the weapons, in words.")
    ]

  private static let targetTypes = [
    1: "Business", 2: "Government (General)", 3: "Police", 4: "Military", 5: "Abortion Related",
    6: "Airports & Aircraft", 7: "Government (Diplomatic)", 8: "Educational Institution",
    9: "Food or Water Supply", 10: "Journalists & Media", 11: "Maritime", 12: "NGO", 13: "Other",
    14: "Private Citizens & Property", 15: "Religious Figures/Institutions",
    16: "Telecommunication", 17: "Terrorists/Non-State Militia", 18: "Tourists",
    19: "Transportation", 20: "Unknown", 21: "Utilities", 22: "Violent Political Party",
  ]

  private static let targets: [ColumnGuide] = (1...3).flatMap { number in
    [
      ColumnGuide(
        "targtype\(number)", numbered("Target type", number), target,
        "The general type of target or victim, of 22; up to three are recorded.", codes: targetTypes
      ),
      ColumnGuide(
        "targsubtype\(number)", numbered("Target subtype", number), target,
        "The target more exactly, within its general type."),
      ColumnGuide(
        "corp\(number)", numbered("Target's organisation", number), target,
        "The company, agency or body that was targeted or to which the targeted people belong."),
      ColumnGuide(
        "target\(number)", numbered("Target", number), target,
        "The person, building or thing that was targeted or struck."),
      ColumnGuide(
        "natlty\(number)", numbered("Target's nationality", number), target,
        "The nationality of the target, which need not be the country of the incident, by the GTD's number."
      ),
    ]
  }

  private static let claimModes = [
    1: "Letter", 2: "Call (post-incident)", 3: "Call (pre-incident)", 4: "E-mail",
    5: "Note left at scene", 6: "Video", 7: "Posted to website, blog, etc.", 8: "Personal claim",
    9: "Other", 10: "Unknown",
  ]

  private static let perpetrators: [ColumnGuide] =
    (1...3).flatMap { number in
      let suffix = number == 1 ? "" : "\(number)"
      return [
        ColumnGuide(
          "gname\(suffix)", numbered("Perpetrator group", number), perpetrator,
          "The group to which the GTD attributes the attack, under the one name that the GTD uses for it. “Unknown” where none is known."
        ),
        ColumnGuide(
          "gsubname\(suffix)", numbered("Subgroup", number), perpetrator,
          "The faction or branch of the group, or another name that the sources give."),
        ColumnGuide(
          "guncertain\(number)", numbered("Perpetrator is suspected", number), perpetrator,
          "Whether the attribution to this group rests on suspicion or on unconfirmed reports.",
          codes: coded([
            1: "the perpetrator is suspected", 0: "the perpetrator is not merely suspected",
          ])),
        ColumnGuide(
          number == 1 ? "claimed" : "claim\(number)", numbered("Responsibility claimed", number),
          perpetrator,
          "Whether the group, or a person for it, said that it did it. Systematically coded for incidents after 1997.",
          codes: yesOrNo),
        ColumnGuide(
          "claimmode\(suffix)", numbered("Way of the claim", number), perpetrator,
          "How responsibility was claimed.", codes: claimModes),
      ]
    } + [
      ColumnGuide("motive", "Motive", perpetrator, "What reports say of the motive."),
      ColumnGuide(
        "individual", "Unaffiliated individuals", perpetrator,
        "Whether the attackers were identified, but are not known to belong to a group.",
        codes: yesOrNo),
      ColumnGuide(
        "nperps", "Number of perpetrators", perpetrator,
        "How many took part. -99 where it is not known.",
        codes: unknown),
      ColumnGuide(
        "nperpcap", "Perpetrators captured", perpetrator,
        "How many were taken into custody. -9 or -99 where it is not known.", codes: unknown),
      ColumnGuide(
        "compclaim", "Competing claims", perpetrator,
        "Whether several groups each claim that they alone did it.", codes: yesOrNo),
    ]

  private static let consequences: [ColumnGuide] = [
    .init(
      "nkill", "Killed", casualties,
      "All who died of the incident, attackers included. Blank where it is not known, which is not 0. Where reliable sources differ, most of them or the latest are followed, and addnotes says so.",
      codes: unknown),
    .init(
      "nkillus", "Killed, US citizens", casualties,
      "How many of the dead were citizens of the United States. Blank where it is not known.",
      codes: unknown),
    .init(
      "nkillter", "Killed, attackers", casualties,
      "How many of the dead were perpetrators. Blank where it is not known.", codes: unknown),
    .init(
      "nwound", "Wounded", casualties,
      "All who were injured and lived, attackers included. Blank where it is not known, which is not 0.",
      codes: unknown),
    .init(
      "nwoundus", "Wounded, US citizens", casualties,
      "How many of the injured were citizens of the United States. Blank where it is not known.",
      codes: unknown),
    .init(
      "nwoundte", "Wounded, attackers", casualties,
      "How many of the injured were perpetrators. Blank where it is not known.", codes: unknown),
    .init(
      "property", "Property damage", casualties, "Whether there is evidence of damage to property.",
      codes: yesOrNo),
    .init(
      "propextent", "Extent of the damage", casualties,
      "The damage by classes of its value in US dollars.",
      codes: coded([
        1: "Catastrophic (likely >= $1 billion)",
        2: "Major (likely >= $1 million but < $1 billion)",
        3: "Minor (likely < $1 million)", 4: "Unknown",
      ])),
    .init(
      "propvalue", "Value of the damage, US dollars", casualties,
      "The damage in US dollars of that time. -99 where it is not known.", codes: unknown),
    .init("propcomment", "On the damage", casualties, "What was damaged, in words."),
    .init(
      "ishostkid", "Hostages or kidnapped", casualties,
      "Whether people were held against their will.", codes: yesOrNo),
    .init(
      "nhostkid", "Number of hostages", casualties,
      "How many were held. -99 where it is not known.", codes: unknown),
    .init(
      "nhostkidus", "Number of hostages, US citizens", casualties,
      "How many of the hostages were citizens of the United States. -99 where it is not known.",
      codes: unknown),
    .init(
      "nhours", "Held for hours", casualties,
      "How long they were held, in hours, where it was less than a day. -99 where it is not known.",
      codes: unknown),
    .init(
      "ndays", "Held for days", casualties,
      "How long they were held, in days, where it was a day or more. -99 where it is not known.",
      codes: unknown),
    .init(
      "divert", "Country to which it was diverted", casualties,
      "Where hijackers or kidnappers went with their hostages, if to another country."),
    .init(
      "kidhijcountry", "Country where it ended", casualties,
      "Where the kidnapping or hijacking came to its end."),
    .init(
      "ransom", "Ransom demanded", casualties, "Whether money was demanded for hostages.",
      codes: yesOrNo),
    .init(
      "ransomamt", "Ransom demanded, US dollars", casualties,
      "How much was demanded. -99 where it is not known.", codes: unknown),
    .init(
      "ransomamtus", "Ransom demanded of US sources, US dollars", casualties,
      "How much was demanded of US sources. -99 where it is not known.", codes: unknown),
    .init(
      "ransompaid", "Ransom paid, US dollars", casualties,
      "How much was paid. -99 where it is not known.", codes: unknown),
    .init(
      "ransompaidus", "Ransom paid by US sources, US dollars", casualties,
      "How much was paid by US sources. -99 where it is not known.", codes: unknown),
    .init(
      "ransomnote", "On the ransom", casualties,
      "What else was demanded, and other details, in words."),
    .init(
      "hostkidoutcome", "What became of the hostages", casualties, "How it ended for the hostages.",
      codes: [
        1: "Attempted Rescue", 2: "Hostage(s) released by perpetrators",
        3: "Hostage(s) escaped (not during rescue attempt)",
        4: "Hostage(s) killed (not during rescue attempt)", 5: "Successful Rescue",
        6: "Combination", 7: "Unknown",
      ]),
    .init(
      "nreleased", "Hostages who survived", casualties,
      "How many were released, escaped or were rescued. -99 where it is not known.", codes: unknown),
  ]

  private static let others: [ColumnGuide] =
    [
      .init(
        "addnotes", "Additional notes", additional,
        "Details that have no column of their own; also where figures differ between sources, or are shares of a total for several incidents."
      ),
      .init(
        "dbsource", "Collected by", additional,
        "In which collection effort the row was first recorded."),
      .init(
        "int_log", "Logistically international", additional,
        "Whether the attackers' nationality differs from the country of the attack: a border was crossed.",
        codes: yesOrNo),
      .init(
        "int_ideo", "Ideologically international", additional,
        "Whether the attackers' nationality differs from that of the target.", codes: yesOrNo),
      .init(
        "int_misc", "International by place and target", additional,
        "Whether the target's nationality differs from the country of the attack.", codes: yesOrNo),
      .init(
        "int_any", "International in any of these ways", additional,
        "Whether the attack is international by logistics, ideology, or place and target.",
        codes: yesOrNo),
    ]
    + (1...3).map { number in
      ColumnGuide(
        "scite\(number)", numbered("Source", number), additional,
        "A source on which the row rests: title, publisher and date in one text; up to three are recorded."
      )
    }

  /// `Weapon type` for the first, `Weapon type, second` for the next.
  private static func numbered(_ label: String, _ number: Int) -> String {
    number == 1 ? label : "\(label), \(["second", "third", "fourth"][number - 2])"
  }
}
