package dev.gantry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.check.KubernetesVersion;
import dev.gantry.extension.RunBasis;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingJson;
import dev.gantry.output.Emission;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.ProgramOutput;
import dev.gantry.program.ComparedConstants;
import dev.gantry.program.ModuleClasses;
import dev.gantry.settings.SettingsModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What a small program makes for environments that tests write down, and the program itself. */
public final class SettingsRun {

    private SettingsRun() {}

    /**
     * Runs a program.
     *
     * @param settings of the environments {@code env0}, {@code env1} and so on, as YAML
     */
    public static <S extends Record> ProgramOutput of(Class<S> type, Blueprint<S> program, String... settings) {
        SettingsModel<S> model = SettingsModel.of(type);
        Path module = Path.of("").toAbsolutePath();
        List<EnvironmentOutput> environments = new ArrayList<>();
        RunBasis basis = RunBasis.of(module);
        for (int i = 0; i < settings.length; i++) {
            String name = "env" + i;
            ObjectNode tree = tree(settings[i]);
            Synthesizer synthesizer = new Synthesizer(
                    name, basis, KubernetesVersion.DEFAULT, List.of(), new TreeMap<>(), manifests -> {});
            Synthesis made = synthesizer.traced(program, model.bind(tree));
            environments.add(
                    new EnvironmentOutput(name, tree, new TreeMap<>(), synthesizer.stackOutputs(), made.manifests()));
        }
        Program<S> known = new Program<>(program, type);
        List<Path> sources = List.of(module.resolve("src/test/java"));
        return new Experiments<>(known, basis, sources, constants(program.getClass()), environments);
    }

    /** What somebody who can render finds wrong with what an emission claims. */
    public static List<Finding> prove(Emission emission, UnaryOperator<String> prover) {
        try (Staging staging = Staging.of(emission)) {
            return Objects.requireNonNull(
                    FindingJson.parse(prover.apply(staging.folder().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode tree(String yaml) {
        try {
            return (ObjectNode) new YAMLMapper().readTree(yaml.isBlank() ? "{}" : yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A lambda's code is in the class around it, wherever that was loaded from. */
    private static ComparedConstants constants(Class<?> program) {
        String name = program.getName().replaceAll("\\$\\$Lambda.*", "");
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = program.getResourceAsStream(file)) {
            Path folder = Files.createTempDirectory("classes");
            Path copy = folder.resolve(file);
            Files.write(copy, Objects.requireNonNull(in).readAllBytes());
            ComparedConstants constants = ModuleClasses.in(folder).compared(name);
            Files.delete(copy);
            Files.delete(folder);
            return constants;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
