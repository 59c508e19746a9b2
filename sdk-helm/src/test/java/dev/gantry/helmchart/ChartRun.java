package dev.gantry.helmchart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Blueprint;
import dev.gantry.SettingsRun;
import dev.gantry.finding.Finding;
import dev.gantry.helm.ChartProof;
import dev.gantry.output.Emission;
import dev.gantry.output.ProgramOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The chart of a small program. */
public final class ChartRun {

    private final Emission emission;

    private ChartRun(Emission emission) {
        this.emission = emission;
    }

    /** The chart of a program, whatever is wrong with it. */
    public static <S extends Record> ChartRun of(Class<S> type, Blueprint<S> program, String... settings) {
        ProgramOutput output = SettingsRun.of(type, program, settings);
        return new ChartRun(new HelmEmitter().emit(output));
    }

    /** The chart of a program of which real Helm makes, for each environment and a hundred other settings, what the program makes. */
    static <S extends Record> ChartRun proved(Class<S> type, Blueprint<S> program, String... settings) {
        ChartRun chart = of(type, program, settings);
        assertThat(chart.findings()).isEmpty();
        assertThat(chart.emission.claims())
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.samples().get()).hasSizeGreaterThanOrEqualTo(100));
        assertThat(SettingsRun.prove(chart.emission, ChartProof::prove)).isEmpty();
        return chart;
    }

    /** What is wrong. */
    public List<Finding> findings() {
        return emission.findings();
    }

    /** A file, by its path below {@code helm}. */
    String file(String path) {
        byte[] content = emission.files().get("helm/" + path);
        assertThat(content).as(path + " of " + emission.files().keySet()).isNotNull();
        return new String(content, StandardCharsets.UTF_8);
    }

    /** What people are told. */
    List<String> notes() {
        return emission.notes();
    }

    List<String> files() {
        return List.copyOf(emission.files().keySet());
    }
}
