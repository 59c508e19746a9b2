package dev.gantry;

import dev.gantry.check.Manifest;
import java.nio.file.Path;
import java.util.List;

/**
 * One synthesis as an ordinary run does it, without the lines of fields, which {@link Gantry#synthesize} traces for tests.
 * It is in this package because the synthesizer is not public.
 */
public final class PlainRun {

    private PlainRun() {}

    /** The manifests that a blueprint makes; it must be without findings. */
    public static <S extends Record> List<Manifest> of(Blueprint<S> blueprint, S settings) {
        Synthesis synthesis = new Synthesizer("benchmark", Path.of("")).run(blueprint, settings);
        if (!synthesis.findings().isEmpty()) {
            throw new IllegalStateException("The benchmark's program has findings: " + synthesis.findings());
        }
        return synthesis.manifests();
    }
}
