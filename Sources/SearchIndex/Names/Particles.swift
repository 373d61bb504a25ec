/// Articles and particles, which a name may have or lack: `al-`, `-ul-`, `-e-`, `bin`.
enum Particles {
  /// Whether a folded word says nothing of its own, before the word that follows it (nil at the
  /// end).
  static func isParticle(_ word: String, before next: String?) -> Bool {
    if always.contains(word) { return true }
    guard let next, assimilated.contains(word), let last = word.utf8.last else { return false }
    return next.utf8.first == last || word.hasSuffix("sh") && next.hasPrefix("sh")
  }

  private static let always: Set<String> = [
    "al", "el", "ul", "ol", "il", "e", "i", "ye", "je", "yi", "o", "u", "wa", "va", "bin", "ibn",
    "ben", "bint", "the",
  ]

  /// The article before letters that it is assimilated to: ash-Shabaab, ur-Rahman.
  private static let assimilated: Set<String> = [
    "ar", "er", "ur", "as", "es", "us", "ash", "esh", "ush", "ad", "ed", "ud", "an", "en", "un",
    "at", "et", "ut", "az", "ez", "uz",
  ]

  /// Small words that initials may leave out, beside the particles.
  static let unsaid: Set<String> = ["of", "and", "in", "for", "de", "da"]

  /// The words without particles, and without an article at the end of one (Fazlur Rahman); all of
  /// them where nothing would be left.
  static func dropped(from words: [String]) -> [String] {
    var kept: [String] = []
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : nil
      if !isParticle(word, before: next) { kept.append(withoutArticle(word, before: next)) }
    }
    return kept.isEmpty ? words : kept
  }

  private static func withoutArticle(_ word: String, before next: String?) -> String {
    guard let next, word.utf8.count >= 5 else { return word }
    let ending = word.suffix(2)
    let isArticle =
      ending == "ul" || ending == "el" && word.hasPrefix("abd")
      || ["ur", "us", "ud", "un", "uz", "ut"].contains(ending)
        && next.utf8.first == ending.utf8.last
    return isArticle ? String(word.dropLast(2)) : word
  }
}
