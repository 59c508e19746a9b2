package dev.gantry.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerPathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec.replicas | spec.replicas",
                ".spec.replicas | spec.replicas",
                "spec.template.spec.containers[0].image | spec.template.spec.containers[0].image",
                ".spec.template.spec.containers[name=\"web\"].image | spec.template.spec.containers[1].image",
                ".spec.template.spec.containers[name=\"web\"].ports[containerPort=80,protocol=\"TCP\"].name"
                        + " | spec.template.spec.containers[1].ports[0].name",
                ".spec.template.spec.containers[name=\"web\"].ports[containerPort=81,protocol=\"UDP\"]"
                        + " | spec.template.spec.containers[1].ports[1]",
                ".spec.template.spec.containers[name=\"sidecar\"].image"
                        + " | spec.template.spec.containers[name=\"sidecar\"].image",
                ".metadata.annotations.example.com/a.b | metadata.annotations[\"example.com/a.b\"]",
                ".metadata.finalizers[=\"b\"] | metadata.finalizers[1]",
                "metadata.finalizers[1] | metadata.finalizers[1]",
                "data[bad key!] | data[\"bad key!\"]",
                "data[.dockerconfigjson] | data[\".dockerconfigjson\"]",
                "data[\"a.b\"] | data[\"a.b\"]",
                "data[open | data.open",
            })
    void should_write_paths_as_findings_do(String written, String expected) {
        assertThat(ServerPath.of(
                        written,
                        Objects.tree(Objects.DEPLOYMENT.replace(
                                "\"name\":\"web\",\"namespace\"",
                                "\"finalizers\":[\"a\",\"b\"],\"name\":\"web\",\"namespace\""))))
                .isEqualTo(expected);
    }

    @Test
    void should_know_that_a_server_may_name_no_field() {
        assertThat(ServerPath.of("", Objects.tree("{}"))).isNull();
        assertThat(ServerPath.of("[]", Objects.tree("{}"))).isNull();
        assertThat(ServerPath.of("<nil>", Objects.tree("{}"))).isNull();
    }
}
