package se.samsyn.demo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which module may know which; docs/design.md says why. */
class ArchitectureTest {
  private static final String SCHEMAS = "se.samsyn.schemas..";
  private static final String ENGINE = "se.samsyn.disclosure..";

  /** The engine's command line with the files that it reads and writes. */
  private static final String[] ENGINE_COMMAND = {
    "se.samsyn.disclosure.cli..", "se.samsyn.disclosure.spec.."
  };

  private static final String SEALED = "se.samsyn.sealed..";
  private static final String COMPARISON = "se.samsyn.comparison..";
  private static final String AGENT = "se.samsyn.agent..";
  private static final String AGGREGATOR = "se.samsyn.aggregator..";
  private static final String DEMO = "se.samsyn.demo..";
  private static final JavaClasses PROJECT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("se.samsyn");

  /** A rule over no classes holds always; this is what keeps the others honest. */
  @Test
  void theClassesOfEveryModuleAreHere() {
    Map<String, Integer> atLeast =
        Map.of(
            "se.samsyn.schemas", 50,
            "se.samsyn.disclosure", 20,
            "se.samsyn.sealed", 5,
            "se.samsyn.comparison", 5,
            "se.samsyn.agent", 50,
            "se.samsyn.aggregator", 50,
            "se.samsyn.demo", 25);

    atLeast.forEach(
        (module, least) ->
            assertThat(PROJECT.stream().filter(c -> c.getPackageName().startsWith(module)).count())
                .as(module)
                .isGreaterThanOrEqualTo(least));
  }

  @Test
  void theContractImportsNothingOfTheProject() {
    noClasses()
        .that()
        .resideInAPackage(SCHEMAS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ENGINE, SEALED, COMPARISON, AGENT, AGGREGATOR, DEMO)
        .check(PROJECT);
  }

  @Test
  void theEngineImportsNothingOfTheProjectNoCryptographyAndNoJson() {
    noClasses()
        .that()
        .resideInAPackage(ENGINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            SCHEMAS, SEALED, COMPARISON, AGENT, AGGREGATOR, DEMO, "org.bouncycastle..")
        .check(PROJECT);
    noClasses()
        .that()
        .resideInAPackage(ENGINE)
        .and()
        .resideOutsideOfPackages(ENGINE_COMMAND)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson..", "picocli..")
        .check(PROJECT);
  }

  /** Specifications are for people at a terminal; services call the library. */
  @Test
  void nobodyImportsTheEnginesCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ENGINE_COMMAND)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ENGINE_COMMAND)
        .check(PROJECT);
  }

  @Test
  void whatAgentAndAggregatorShareKnowsNeither() {
    noClasses()
        .that()
        .resideInAnyPackage(SEALED, COMPARISON)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(AGENT, AGGREGATOR, DEMO)
        .check(PROJECT);
  }

  @Test
  void agentAndAggregatorNeverKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage(AGENT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(AGGREGATOR, DEMO)
        .check(PROJECT);
    noClasses()
        .that()
        .resideInAPackage(AGGREGATOR)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(AGENT, DEMO)
        .check(PROJECT);
  }

  @Test
  void theAgentHasNoFramework() {
    noClasses()
        .that()
        .resideInAPackage(AGENT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micronaut..", "jakarta.inject..")
        .check(PROJECT);
  }

  @Test
  void bouncyCastleStaysWhereKeysAndEnvelopesAre() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "se.samsyn.schemas.envelope..", "se.samsyn.agent.keys..", "se.samsyn.agent.sealed..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bouncycastle..")
        .check(PROJECT);
  }

  @Test
  void noPackageIsALayer() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..controller..",
            "..controllers..",
            "..service..",
            "..services..",
            "..repository..",
            "..util..",
            "..utils..",
            "..helper..",
            "..manager..")
        .check(PROJECT);
  }
}
