package dev.gantry.istio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.TestRun;
import dev.gantry.raw.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawObjectsTest {

    @TempDir
    Path folder;

    @Test
    void should_compare_objects_of_files_with_the_model_of_istio() throws IOException {
        Files.writeString(folder.resolve("routes.yaml"), """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: web, namespace: shop}
                spec:
                  hosts: [web.example.com]
                  gatways: [mesh]
                  http:
                    - match: [{uri: {exact: /}, headers: {x-user: {prefix: a}}}]
                      timeout: 5s
                      route:
                        - destination: {host: web.example.com, port: 80}
                          wieght: 100
                """);

        assertThat(TestRun.in(folder, "staging", app -> app.stack("shop").addAll(Raw.yaml("routes.yaml")))
                        .findings())
                .filteredOn(f -> f.code().startsWith("GTY-RAW"))
                .extracting(f -> f.code() + " " + f.field() + " " + f.hint())
                .containsExactlyInAnyOrder(
                        "GTY-RAW-016 spec.gatways Did you mean \"gateways\"?",
                        "GTY-RAW-017 spec.http[0].route[0].destination.port Write an object there.",
                        "GTY-RAW-016 spec.http[0].route[0].wieght Did you mean \"weight\"?");
    }
}
