package dev.gantry.model;

import static java.time.Duration.ofMinutes;

import dev.gantry.Image;
import dev.gantry.workload.Pod;
import dev.gantry.workload.RestartPolicy;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;

final class BarePodCases {

    private BarePodCases() {}

    static List<Case> cases() {
        return List.of(new Case(
                "a Pod",
                Pod.of(
                        "debug",
                        p -> p.label("app", "debug")
                                .restartPolicy(RestartPolicy.NEVER)
                                .podActiveDeadline(ofMinutes(15))
                                .container("shell", Image.of("tools:9"), c -> c.stdin(true))),
                new PodBuilder()
                        .withMetadata(
                                Cases.named("debug").addToLabels("app", "debug").build())
                        .withNewSpec()
                        .withRestartPolicy("Never")
                        .withActiveDeadlineSeconds(900L)
                        .addNewContainer()
                        .withName("shell")
                        .withImage("tools:9")
                        .withStdin(true)
                        .endContainer()
                        .endSpec()
                        .build()));
    }
}
