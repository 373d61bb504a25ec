/// The letters whose code depends on those around them, B to M.
extension MetaphoneCoder {
  mutating func readC() {
    let here = index
    // Germanic: Bacher, Macher.
    if here > 1, !isVowel(here - 2), has(here - 1, "ACH"), letter(here + 2) != "I",
      letter(here + 2) != "E" || has(here - 2, "BACHER", "MACHER")
    {
      add("K")
      return step(2)
    }
    if here == 0, has(here, "CAESAR") {
      add("S")
      return step(2)
    }
    if has(here, "CHIA") {
      add("K")
      return step(2)
    }
    if has(here, "CH") { return readCH() }
    if has(here, "CZ"), !has(here - 2, "WICZ") {
      add("S", "X")
      return step(2)
    }
    if has(here + 1, "CIA") {
      add("X")
      return step(3)
    }
    if has(here, "CC"), !(here == 1 && letter(0) == "M") {
      if has(here + 2, "I", "E", "H"), !has(here + 2, "HU") {
        let isHard = here == 1 && letter(here - 1) == "A" || has(here - 1, "UCCEE", "UCCES")
        add(isHard ? "KS" : "X")
        return step(3)
      }
      add("K")
      return step(2)
    }
    if has(here, "CK", "CG", "CQ") {
      add("K")
      return step(2)
    }
    if has(here, "CI", "CE", "CY") {
      has(here, "CIO", "CIE", "CIA") ? add("S", "X") : add("S")
      return step(2)
    }
    add("K")
    step(has(here + 1, "C", "K", "Q") && !has(here + 1, "CE", "CI") ? 2 : 1)
  }

  private mutating func readCH() {
    let here = index
    defer { step(2) }
    if here > 0, has(here, "CHAE") { return add("K", "X") }
    if here == 0, has(1, "HARAC", "HARIS", "HOR", "HYM", "HIA", "HEM"), !has(0, "CHORE") {
      return add("K")
    }
    let isGermanic =
      has(0, "VAN ", "VON ", "SCH") || has(here - 2, "ORCHES", "ARCHIT", "ORCHID")
      || has(here + 2, "T", "S")
      || (has(here - 1, "A", "O", "U", "E") || here == 0)
        && (has(here + 2, "L", "R", "N", "M", "B", "H", "F", "V", "W") || here + 1 == last)
    if isGermanic { return add("K") }
    if here == 0 { return add("X") }
    has(0, "MC") ? add("K") : add("X", "K")
  }

  mutating func readD() {
    if has(index, "DG") {
      if has(index + 2, "I", "E", "Y") {
        add("J")
        return step(3)
      }
      add("TK")
      return step(2)
    }
    add("T")
    step(has(index, "DT", "DD") ? 2 : 1)
  }

  mutating func readG() {
    let here = index
    if letter(here + 1) == "H" { return readGH() }
    if letter(here + 1) == "N" {
      if here == 1, isVowel(0), !isSlavoGermanic {
        add("KN", "N")
      } else if !has(here + 2, "EY"), letter(here + 1) != "Y", !isSlavoGermanic {
        add("N", "KN")
      } else {
        add("KN")
      }
      return step(2)
    }
    if has(here + 1, "LI"), !isSlavoGermanic {
      add("KL", "L")
      return step(2)
    }
    let starts =
      has(1, "Y", "ES", "EP", "EB", "EL", "EY", "IB", "IL", "IN", "IE", "EI", "ER")
    if here == 0, starts {
      add("K", "J")
      return step(2)
    }
    if has(here + 1, "ER") || letter(here + 1) == "Y", !has(0, "DANGER", "RANGER", "MANGER"),
      !has(here - 1, "E", "I"), !has(here - 1, "RGY", "OGY")
    {
      add("K", "J")
      return step(2)
    }
    if has(here + 1, "E", "I", "Y") || has(here - 1, "AGGI", "OGGI") {
      if has(0, "VAN ", "VON ", "SCH") || has(here + 1, "ET") {
        add("K")
      } else if has(here + 1, "IER"), here + 3 == last {
        add("J")
      } else {
        add("J", "K")
      }
      return step(2)
    }
    add("K")
    step(past: "G")
  }

  private mutating func readGH() {
    let here = index
    if here > 0, !isVowel(here - 1) {
      add("K")
      return step(2)
    }
    if here == 0 {
      add(letter(2) == "I" ? "J" : "K")
      return step(2)
    }
    // Parker's rule: Hugh, bough, broughton.
    if here > 1 && has(here - 2, "B", "H", "D") || here > 2 && has(here - 3, "B", "H", "D")
      || here > 3 && has(here - 4, "B", "H")
    {
      return step(2)
    }
    if here > 2, letter(here - 1) == "U", has(here - 3, "C", "G", "L", "R", "T") {
      add("F")
    } else if here > 0, letter(here - 1) != "I" {
      add("K")
    }
    step(2)
  }

  mutating func readH() {
    guard index == 0 || isVowel(index - 1), isVowel(index + 1) else { return step() }
    add("H")
    step(2)
  }

  mutating func readJ() {
    let here = index
    if has(here, "JOSE") || has(0, "SAN ") {
      here == 0 && letters.count == 4 || has(0, "SAN ") ? add("H") : add("J", "H")
      return step()
    }
    if here == 0 {
      add("J", "A")
    } else if isVowel(here - 1), !isSlavoGermanic, has(here + 1, "A", "O") {
      add("J", "H")
    } else if here == last {
      add("J", "")
    } else if !has(here + 1, "L", "T", "K", "S", "N", "M", "B", "Z"), !has(here - 1, "S", "K", "L")
    {
      add("J")
    }
    step(past: "J")
  }

  mutating func readL() {
    let here = index
    guard letter(here + 1) == "L" else {
      add("L")
      return step()
    }
    let isSpanish =
      here == last - 2 && has(here - 1, "ILLO", "ILLA", "ALLE")
      || (has(last - 1, "AS", "OS") || has(last, "A", "O")) && has(here - 1, "ALLE")
    isSpanish ? add("L", "") : add("L")
    step(2)
  }

  mutating func readM() {
    add("M")
    let isDumb = has(index - 1, "UMB") && (index + 1 == last || has(index + 2, "ER"))
    step(isDumb || letter(index + 1) == "M" ? 2 : 1)
  }
}
