package dev.gantry.settings;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A module's folder with settings files, and what binding them brings. */
record ModuleFolder(Path folder) {

    static final String SETTINGS = "src/main/gantry";

    ModuleFolder file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ModuleFolder file(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(SETTINGS).resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SettingsFiles settings() {
        return SettingsFiles.in(folder, SETTINGS);
    }

    <S extends Record> Binding<S> bind(Class<S> type, String environment) {
        return bind(type, environment, Map.of());
    }

    <S extends Record> Binding<S> bind(Class<S> type, String environment, Map<String, String> overrides) {
        return settings().bind(type, environment, new TreeMap<>(overrides));
    }

    /** The findings, each as {@code code file:line:column field: message. hint}. */
    List<String> mistakes(Class<? extends Record> type, String environment) {
        return mistakes(type, environment, Map.of());
    }

    List<String> mistakes(Class<? extends Record> type, String environment, Map<String, String> overrides) {
        return mistakes(() -> bind(type, environment, overrides));
    }

    static List<String> mistakes(Runnable work) {
        try {
            work.run();
        } catch (FindingsException e) {
            List<String> shown = new ArrayList<>();
            for (Finding finding : e.findings()) {
                shown.add(shown(finding));
            }
            return shown;
        }
        return List.of();
    }

    private static String shown(Finding finding) {
        StringBuilder text = new StringBuilder(finding.code().substring("GTY-SET-".length()));
        if (finding.origin() != null) {
            text.append(' ').append(finding.origin().path().replace(SETTINGS + "/", ""));
            text.append(':').append(finding.origin().line());
            text.append(':').append(finding.origin().column());
        }
        text.append(' ').append(finding.field()).append(" | ").append(finding.message());
        text.append(" | ").append(finding.hint());
        for (Finding.Related related : finding.related()) {
            text.append(" | ")
                    .append(related.origin().fileName())
                    .append(':')
                    .append(related.origin().line());
            text.append(' ').append(related.message());
        }
        return text.toString();
    }
}
