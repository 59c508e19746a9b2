package dev.gantry;

import dev.gantry.extension.Likeness;
import dev.gantry.extension.ProgramRule;
import dev.gantry.extension.ToolAccess;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Rule;
import dev.gantry.output.Claim;
import dev.gantry.output.Emission;
import dev.gantry.output.Emitter;
import dev.gantry.output.ProgramOutput;
import dev.gantry.tool.ToolAnswer;
import dev.gantry.tool.ToolRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The formats of output beside the manifests, whose emitters are on the class path of the program. */
final class Formats {

    private static final String PROVE = "helm-prove";

    private @Nullable SortedMap<String, Emitter> emitters;

    /**
     * What the formats came to.
     *
     * @param files content by path, below the bundle's folder
     * @param findings what is wrong with them
     * @param notes what people should be told
     */
    record Made(SortedMap<String, byte[]> files, List<Finding> findings, List<String> notes) {}

    /** Loaded when a format is asked for: a run that makes manifests only starts without them. */
    private SortedMap<String, Emitter> emitters() {
        SortedMap<String, Emitter> known = emitters;
        if (known == null) {
            known = new TreeMap<>();
            for (Emitter emitter : ServiceLoader.load(Emitter.class, Emitter.class.getClassLoader())) {
                known.put(emitter.format(), emitter);
            }
            emitters = known;
        }
        return known;
    }

    /** The rules of all emitters. */
    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        new Formats().emitters().values().forEach(emitter -> rules.addAll(emitter.rules()));
        return rules;
    }

    /** What keeps the formats from being made at all. */
    List<Finding> missing(SortedSet<String> formats) {
        List<Finding> findings = new ArrayList<>();
        for (String format : formats) {
            if (!emitters().containsKey(format)) {
                findings.add(missing(format));
            }
        }
        return findings;
    }

    private Finding missing(String format) {
        SortedSet<String> known = new TreeSet<>(emitters().keySet());
        known.add("yaml");
        String message = "There is nothing that makes the format \"" + format + "\".";
        if (format.equals("helm")) {
            return Finding.of(ProgramRule.ARGUMENT, message)
                    .hint("Add the dependency dev.gantry:gantry-sdk-helm:" + Version.number() + " to the module.");
        }
        if (format.equals("gitops")) {
            return Finding.of(ProgramRule.ARGUMENT, message)
                    .hint("Add the dependency dev.gantry:gantry-sdk-argocd:" + Version.number() + " to the module.");
        }
        String guess = Likeness.closest(format, known);
        return Finding.of(ProgramRule.ARGUMENT, message)
                .hint(guess == null ? "There are " + String.join(", ", known) + "." : "Did you mean " + guess + "?");
    }

    /**
     * Makes formats.
     *
     * @param tools who is asked to prove what is claimed of them
     */
    Made make(SortedSet<String> formats, ProgramOutput program, ToolAccess tools) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String format : formats) {
            Emitter emitter = emitters().get(format);
            if (emitter != null) {
                Emission emission = emitter.emit(program);
                findings.addAll(emission.findings());
                notes.addAll(emission.notes());
                if (!emission.failed()) {
                    findings.addAll(prove(emission, tools));
                }
                files.putAll(emission.files());
            }
        }
        return new Made(files, findings, notes);
    }

    private static List<Finding> prove(Emission emission, ToolAccess tools) {
        if (emission.claims().isEmpty()) {
            return List.of();
        }
        if (!tools.mayDo(PROVE)) {
            return List.of(notProved(emission));
        }
        try (Staging staging = Staging.of(emission)) {
            ToolRequest request =
                    ToolRequest.of(PROVE).with("folder", staging.folder().toString());
            ToolAnswer answer = tools.ask(request);
            return answer.isDone() ? answer.findings() : List.of(notProved(emission));
        } catch (IOException e) {
            return List.of(Finding.of(
                            ProgramRule.NOT_PROVED,
                            "The proof of " + names(emission.claims()) + " could not be written to a temporary folder: "
                                    + e)
                    .hint("Free the disk, or grant the permission."));
        }
    }

    private static Finding notProved(Emission emission) {
        return Finding.of(
                        ProgramRule.NOT_PROVED,
                        "Nothing here can render " + names(emission.claims())
                                + ", so that it is not proved that it is what the program makes.")
                .hint("Generate with Maven: the plugin brings real Helm with it.");
    }

    private static String names(List<Claim> claims) {
        return String.join(", ", claims.stream().map(Claim::folder).toList());
    }
}
