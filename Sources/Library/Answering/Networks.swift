import GRDB
import Model
import Query

/// A record with its relations, and those of its neighbours.
extension Answering {
  func network(of id: RecordID) throws -> Network {
    guard try exists(id) else { throw StoreProblem.noSuchRecord(id.rawValue) }
    var network = Network(of: id)
    network.add(try reading.relations(of: [id]))
    network.addBeyond(try reading.relations(of: network.parties))
    try name(&network)
    return network
  }

  /// Gives the records that appear their names, as far as they are here and have none.
  func name(_ network: inout Network) throws {
    for (id, named) in try reading.names(of: network.named) {
      network.names[id] = network.names[id] ?? named.name
      network.kinds[id] = network.kinds[id] ?? named.kind
    }
    if let manifest { network.datasets[RecordID(manifest.name)] = try title() }
  }
}

extension Collections {
  /// What all collections together know of a record's relations and its neighbours'.
  func network(of id: RecordID) throws(StoreProblem) -> Network {
    guard try exists(id) else { throw .noSuchRecord(id.rawValue) }
    var network = Network(of: id)
    for store in stores { network.add(try store.read { try $0.reading.relations(of: [id]) }) }
    let parties = network.parties
    for store in stores {
      network.addBeyond(try store.read { try $0.reading.relations(of: parties) })
    }
    for store in stores {
      let known = network
      network = try store.read { answering in
        var network = known
        try answering.name(&network)
        return network
      }
    }
    return network
  }
}
