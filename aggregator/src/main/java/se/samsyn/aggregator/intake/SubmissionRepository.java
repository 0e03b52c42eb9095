package se.samsyn.aggregator.intake;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table {@code submission}: rows are added, never changed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SubmissionRepository extends GenericRepository<SubmissionRow, String> {
  SubmissionRow save(SubmissionRow row);

  Optional<SubmissionRow> findById(String id);

  List<SubmissionRow> findByManifestHash(String manifestHash);

  @Query(
      """
      SELECT * FROM submission
      WHERE manifest_hash = :manifestHash AND agency = :agency
        AND definition = :definition AND definition_version = :version
      """)
  Optional<SubmissionRow> find(String manifestHash, String agency, String definition, int version);
}
