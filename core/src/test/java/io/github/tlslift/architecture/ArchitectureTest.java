package io.github.tlslift.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.tlslift.testkit.Arrows;
import java.nio.channels.NetworkChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of core, and what no class of it may do. */
final class ArchitectureTest {
  private static final JavaClasses CORE = Arrows.classes("io.github.tlslift");

  // From what everything speaks down to what puts it all together.
  private static final Arrows ARROWS =
      Arrows.of(
          """
          model                    ->
          io                       -> model
          xml                      -> io model
          walk                     -> io model
          tls                      -> io
          edit                     -> io
          apply                    -> edit
          dotnet.api               -> io model
          dotnet.value             -> dotnet.api model
          dotnet.host              -> io model
          dotnet.config            -> dotnet.api io model xml
          dotnet.project           -> dotnet.project.msbuild io model xml
          dotnet.project.msbuild   -> io model xml
          dotnet.source            -> dotnet.source.code dotnet.source.csharp dotnet.source.fold \
          dotnet.source.fsharp dotnet.source.lex dotnet.source.powershell dotnet.source.sink \
          dotnet.source.vb dotnet.value io model
          dotnet.source.lex        -> io
          dotnet.source.code       -> dotnet.source.lex io
          dotnet.source.csharp     -> dotnet.source.code dotnet.source.lex
          dotnet.source.vb         -> dotnet.source.code dotnet.source.lex
          dotnet.source.fsharp     -> dotnet.source.code dotnet.source.lex io
          dotnet.source.powershell -> dotnet.source.code dotnet.source.lex
          dotnet.source.fold       -> dotnet.api dotnet.source.code dotnet.value io
          dotnet.source.sink       -> dotnet.api dotnet.source.code dotnet.source.fold \
          dotnet.value io model
          dotnet.assembly          -> dotnet.assembly.fold dotnet.assembly.image \
          dotnet.assembly.metadata dotnet.assembly.pdb dotnet.assembly.pe dotnet.assembly.sink io model
          dotnet.assembly.pdb      -> dotnet.assembly.metadata dotnet.assembly.pe io
          dotnet.assembly.pe       -> io model
          dotnet.assembly.metadata -> io
          dotnet.assembly.il       -> io
          dotnet.assembly.image    -> dotnet.assembly.il dotnet.assembly.metadata \
          dotnet.assembly.pe io
          dotnet.assembly.fold     -> dotnet.api dotnet.assembly.il dotnet.assembly.image \
          dotnet.assembly.metadata dotnet.assembly.pe dotnet.value io
          dotnet.assembly.sink     -> dotnet.api dotnet.assembly.fold dotnet.assembly.il \
          dotnet.assembly.image dotnet.assembly.metadata dotnet.assembly.pe dotnet.value io model
          dotnet.process           -> dotnet.api dotnet.assembly dotnet.config dotnet.host dotnet.project \
          dotnet.source dotnet.source.fold io model walk
          windows                  -> io model
          resolve                  -> io model windows
          service                  -> io model
          symptom                  ->
          capture                  -> capture.attempt capture.file capture.judge capture.packet \
          capture.talk capture.tcp io model
          capture.file             -> io
          capture.packet           -> capture.file
          capture.attempt          -> model tls
          capture.tcp              -> capture.attempt capture.packet
          capture.talk             -> capture.attempt capture.tcp io model tls
          capture.judge            -> capture.attempt io model tls
          match                    -> io model symptom windows
          hello                    -> io model resolve tls windows
          why                      -> io model service why.signal why.text
          why.signal               -> io model
          why.text                 -> io why.signal
          rule                     -> model
          cure                     -> io model resolve
          mend                     -> dotnet.source dotnet.source.code dotnet.source.lex edit io model resolve walk xml
          rollout                  -> mend model
          fix                      -> check edit mend model walk
          check                    -> cure dotnet.api dotnet.host dotnet.process io match model \
          resolve rule service walk windows
          """);

  @Test
  void packagesImportOnlyWhatTheTableSays() {
    ARROWS.hold(CORE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.github.tlslift.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void nothingOpensASocket() {
    noClasses()
        .should()
        .dependOnClassesThat(
            assignableTo(NetworkChannel.class)
                .or(resideInAnyPackage("java.net..", "javax.net..", "java.rmi..")))
        .check(CORE);
  }

  @Test
  void nothingPrints() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
    noClasses().should().dependOnClassesThat(resideInAnyPackage("java.util.logging..")).check(CORE);
  }

  @Test
  void nothingEndsTheProgramOrStartsAnother() {
    noClasses()
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .dependOnClassesThat(assignableTo(Runtime.class).or(assignableTo(ProcessBuilder.class)))
        .check(CORE);
  }

  @Test
  void onlyTheWalkReadsClockOrEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.tlslift.walk")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .dependOnClassesThat(assignableTo(Clock.class).or(assignableTo(Random.class)))
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .check(CORE);
  }
}
