/// The letters whose code depends on those around them, P to Z.
extension MetaphoneCoder {
  mutating func readP() {
    if letter(index + 1) == "H" {
      add("F")
      return step(2)
    }
    add("P")
    step(has(index + 1, "P", "B") ? 2 : 1)
  }

  mutating func readR() {
    let isFrench =
      index == last && !isSlavoGermanic && has(index - 2, "IE") && !has(index - 4, "ME", "MA")
    isFrench ? add("", "R") : add("R")
    step(past: "R")
  }

  mutating func readS() {
    let here = index
    if has(here - 1, "ISL", "YSL") { return step() }
    if here == 0, has(0, "SUGAR") {
      add("X", "S")
      return step()
    }
    if has(here, "SH") {
      add(has(here + 1, "HEIM", "HOEK", "HOLM", "HOLZ") ? "S" : "X")
      return step(2)
    }
    if has(here, "SIO", "SIA") || has(here, "SIAN") {
      isSlavoGermanic ? add("S") : add("S", "X")
      return step(3)
    }
    if here == 0 && has(1, "M", "N", "L", "W") || letter(here + 1) == "Z" {
      add("S", "X")
      return step(letter(here + 1) == "Z" ? 2 : 1)
    }
    if has(here, "SC") { return readSC() }
    here == last && has(here - 2, "AI", "OI") ? add("", "S") : add("S")
    step(has(here + 1, "S", "Z") ? 2 : 1)
  }

  private mutating func readSC() {
    let here = index
    defer { step(3) }
    if letter(here + 2) == "H" {
      if has(here + 3, "OO", "ER", "EN", "UY", "ED", "EM") {
        return has(here + 3, "ER", "EN") ? add("X", "SK") : add("SK")
      }
      return here == 0 && !isVowel(3) && letter(3) != "W" ? add("X", "S") : add("X")
    }
    add(has(here + 2, "I", "E", "Y") ? "S" : "SK")
  }

  mutating func readT() {
    let here = index
    if has(here, "TION", "TIA", "TCH") {
      add("X")
      return step(3)
    }
    if has(here, "TH", "TTH") {
      let isGermanic = has(here + 2, "OM", "AM") || has(0, "VAN ", "VON ", "SCH")
      isGermanic ? add("T") : add("0", "T")
      return step(2)
    }
    add("T")
    step(has(here + 1, "T", "D") ? 2 : 1)
  }

  mutating func readW() {
    let here = index
    if has(here, "WR") {
      add("R")
      return step(2)
    }
    if here == 0, isVowel(1) || has(0, "WH") { isVowel(1) ? add("A", "F") : add("A") }
    if here == last && isVowel(here - 1) || has(here - 1, "EWSKI", "EWSKY", "OWSKI", "OWSKY")
      || has(0, "SCH")
    {
      add("", "F")
      return step()
    }
    if has(here, "WICZ", "WITZ") {
      add("TS", "FX")
      return step(4)
    }
    step()
  }

  mutating func readX() {
    let isFrench = index == last && (has(index - 3, "IAU", "EAU") || has(index - 2, "AU", "OU"))
    if !isFrench { add("KS") }
    step(has(index + 1, "C", "X") ? 2 : 1)
  }

  mutating func readZ() {
    let here = index
    if letter(here + 1) == "H" {
      add("J")
      return step(2)
    }
    let isSlavic =
      has(here + 1, "ZO", "ZI", "ZA")
      || isSlavoGermanic && here > 0 && letter(here - 1) != "T"
    isSlavic ? add("S", "TS") : add("S")
    step(past: "Z")
  }
}
