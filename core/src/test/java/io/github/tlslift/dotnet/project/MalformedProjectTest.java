package io.github.tlslift.dotnet.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.testkit.MemoryTree;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MalformedProjectTest {
  private static final String PROJECT =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <!-- made by hand -->
      <Project ToolsVersion="12.0" DefaultTargets="Build" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
        <PropertyGroup>
          <Configuration Condition=" '$(Configuration)' == '' ">Debug</Configuration>
          <OutputType>Exe</OutputType>
          <TargetFrameworkVersion>v4.5.2</TargetFrameworkVersion>
          <Note><![CDATA[ a < b ]]></Note>
        </PropertyGroup>
        <ItemGroup>
          <Compile Include="Program.cs" Exclude='x&amp;y.cs' />
        </ItemGroup>
        <Import Project="$(MSBuildToolsPath)\\Microsoft.CSharp.targets" />
      </Project>""";

  @Test
  void everyTruncationFailsCleanly() throws MalformedInputException {
    for (int length = 0; length < PROJECT.length(); length++) {
      String cut = PROJECT.substring(0, length);
      assertThatExceptionOfType(MalformedInputException.class)
          .as("the first %d characters", length)
          .isThrownBy(() -> Projects.read(cut));
    }
    assertThat(Projects.read(PROJECT).targets()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<configuration/>", "<Project/><Project/>", "{}", "<VisualStudioProject/>"})
  void refusesWhatIsNoProject(String text) {
    assertThatExceptionOfType(MalformedInputException.class).isThrownBy(() -> Projects.read(text));
  }

  @Test
  void refusesAProjectThatIsNotThere() {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> ProjectReader.read("gone.csproj", new MemoryTree()));
  }

  @Test
  void refusesHostileNesting() {
    String deep = "<Project>" + "<Choose><When>".repeat(10_000);
    assertThatExceptionOfType(MalformedInputException.class).isThrownBy(() -> Projects.read(deep));
  }

  @Test
  void endsOnPropertiesThatGrow() {
    StringBuilder text = new StringBuilder("<A0>0123456789</A0>");
    for (int i = 1; i < 60; i++) {
      text.append("<A%d>$(A%d)$(A%d)</A%d>".formatted(i, i - 1, i - 1, i));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Project project = Projects.read(Projects.sdk(Projects.properties(text.toString())));
          assertThat(project.output()).isEqualTo(Project.Output.LIBRARY);
        });
  }
}
