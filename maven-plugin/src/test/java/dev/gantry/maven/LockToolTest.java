package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.finding.Finding;
import dev.gantry.lock.LockEntry;
import dev.gantry.lock.LockFile;
import dev.gantry.lock.RemoteSource;
import dev.gantry.remote.RemoteFetcher;
import dev.gantry.remote.RemoteHttp;
import dev.gantry.tool.ToolAnswer;
import dev.gantry.tool.ToolRequest;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockToolTest {

    // Nobody answers there, so that to ask it would be another finding.
    private static final RemoteSource SOURCE = RemoteSource.file("http://127.0.0.1:1/install.yaml");

    @TempDir
    private Path module;

    @Test
    void should_ask_nobody_where_maven_is_offline() {
        assertThat(offline(List.of()))
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("GTY-LCK-005"))
                .satisfies(finding -> assertThat(finding.message()).endsWith("is not locked, and Maven is offline."))
                .satisfies(finding -> assertThat(finding.hint()).contains("mvn gantry:lock without -o"));
        assertThat(offline(List.of(new LockEntry(SOURCE, "", "sha256:0b6f", "locked/install.yaml"))))
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("GTY-LCK-002"))
                .satisfies(finding -> assertThat(finding.hint()).contains("mvn gantry:lock without -o"));
    }

    private Finding offline(List<LockEntry> locked) {
        RemoteHttp http = new RemoteHttp(ProxySelector.of(null), null, host -> Optional.empty());
        LockTool tool = new LockTool(new RemoteFetcher(http, module), module, LockFile.of(locked), false, true);
        ToolAnswer answer = tool.answer(ToolRequest.of("lock")
                .with("kind", SOURCE.kind().name())
                .with("url", SOURCE.url())
                .with("name", SOURCE.name())
                .with("version", SOURCE.version()));
        return answer.findings().get(0);
    }
}
