package se.samsyn.aggregator.agency;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;

/** The table {@code agency}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AgencyRepository extends CrudRepository<Agency, String> {
  /**
   * Locks the row until the transaction ends, so that two requests with one token cannot both
   * succeed.
   */
  @Query("SELECT * FROM agency WHERE id = :id FOR UPDATE")
  Optional<Agency> findByIdForUpdate(String id);
}
