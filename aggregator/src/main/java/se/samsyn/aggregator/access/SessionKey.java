package se.samsyn.aggregator.access;

import com.nimbusds.jose.JWSAlgorithm;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key that sessions are signed with. It is made at each start and lives in memory only: there
 * is no file to steal, and a restart ends all sessions.
 */
@Factory
class SessionKey {
  private static final int BYTES = 64;

  @Bean
  @Singleton
  @Named("generator")
  SignatureGeneratorConfiguration signature() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    SecretSignatureConfiguration configuration = new SecretSignatureConfiguration("generator");
    configuration.setSecret(Base64.getEncoder().encodeToString(key));
    configuration.setBase64(true);
    configuration.setJwsAlgorithm(JWSAlgorithm.HS512);
    return new SecretSignature(configuration);
  }
}
