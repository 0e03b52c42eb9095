package se.samsyn.aggregator.collection;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code collection}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CollectionRepository extends GenericRepository<CollectionRow, String> {
  CollectionRow save(CollectionRow row);

  Optional<CollectionRow> findById(String manifestHash);

  @Query("SELECT * FROM collection ORDER BY created, id, version")
  List<CollectionRow> findAll();

  @Query("SELECT * FROM collection WHERE id = :id ORDER BY version")
  List<CollectionRow> findVersions(String id);

  /** Until the transaction ends nobody can close it. */
  @Query("SELECT * FROM collection WHERE manifest_hash = :manifestHash FOR SHARE")
  Optional<CollectionRow> findByIdForShare(String manifestHash);

  /** Until the transaction ends nobody can close it or deliver to it. */
  @Query("SELECT * FROM collection WHERE manifest_hash = :manifestHash FOR UPDATE")
  Optional<CollectionRow> findByIdForUpdate(String manifestHash);

  @Query("UPDATE collection SET closed = :closed WHERE manifest_hash = :manifestHash")
  int close(String manifestHash, Instant closed);
}
