package dev.gantry.helmchart;

import dev.gantry.chart.Chart;
import dev.gantry.differencing.SiteTemplate;
import dev.gantry.differencing.Template;
import dev.gantry.differencing.Template.Item;
import dev.gantry.yaml.YamlPrinter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one chart, but for its values. */
final class ChartFiles {

    private static final String IGNORE = """
            # What is no part of the chart.
            .git/
            .gitignore
            *.tgz
            *.bak
            *.orig
            *.swp
            *~
            .DS_Store
            .idea/
            .vscode/
            """;

    /** The line feed before it belongs to the last text, if that ends with one. */
    private static final String CONTENT_END = "{{ end -}}\n";

    private static final String FULL_NAME = """
            {{- define "%1$s.fullname" -}}
            {{- if contains .Chart.Name .Release.Name -}}
            {{- .Release.Name | trunc 63 | trimSuffix "-" -}}
            {{- else -}}
            {{- printf "%%s-%%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" -}}
            {{- end -}}
            {{- end -}}
            """;

    private final Chart chart;
    private final GoTemplate go;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private ChartFiles(Chart chart, GoTemplate go) {
        this.chart = chart;
        this.go = go;
    }

    /** The files by path, below the folder of the chart. */
    static SortedMap<String, byte[]> of(Chart chart, GoTemplate go, List<SiteTemplate> templates, UsedSettings used) {
        ChartFiles files = new ChartFiles(chart, go);
        files.add("Chart.yaml", ChartYaml.of(chart));
        files.add(".helmignore", IGNORE);
        List<SiteTemplate> rendered = new ArrayList<>();
        for (SiteTemplate template : templates) {
            if (!files.addDefinitions(template)) {
                rendered.add(template);
            }
        }
        NamedTemplates named = NamedTemplates.of(chart.name(), rendered, used.hashed());
        files.addTemplates(named);
        files.addHelpers(named, used.usesFullName());
        files.add("templates/NOTES.txt", files.notes(rendered));
        return files.files;
    }

    private void add(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Definitions of custom resources that are always the same have a folder of their own: Helm installs them first. */
    private boolean addDefinitions(SiteTemplate template) {
        if (!template.site().kind().equals("CustomResourceDefinition")) {
            return false;
        }
        List<Template.Literal> definitions = new ArrayList<>();
        for (Item item : template.names().size() == template.items().size() ? template.items() : List.<Item>of()) {
            if (item instanceof Item.One one && one.value() instanceof Template.Literal literal) {
                definitions.add(literal);
            } else {
                return false;
            }
        }
        for (int i = 0; i < definitions.size(); i++) {
            add(
                    "crds/" + fileName(template.names().get(i)) + ".yaml",
                    YamlPrinter.print(definitions.get(i).value()));
        }
        return !definitions.isEmpty();
    }

    private void addTemplates(NamedTemplates named) {
        Map<String, Integer> taken = new HashMap<>();
        for (SiteTemplate template : named.templates()) {
            String kind = template.site().kind().toLowerCase(Locale.ROOT);
            String name = template.names().isEmpty()
                    ? ""
                    : "-" + fileName(template.names().get(0));
            int number = taken.merge(kind + name, 1, Integer::sum);
            String path = "templates/" + kind + name + (number == 1 ? "" : "-" + number) + ".yaml";
            add(path, TemplateText.documents(go, named, template.items()));
        }
    }

    private void addHelpers(NamedTemplates named, boolean fullName) {
        StringBuilder text = new StringBuilder();
        if (fullName) {
            text.append(FULL_NAME.formatted(chart.name()));
        }
        named.defined()
                .forEach((name, fields) -> text.append(text.isEmpty() ? "" : "\n")
                        .append("{{- define \"")
                        .append(name)
                        .append("\" -}}\n")
                        .append(TemplateText.fields(go, named, fields))
                        .append(name.endsWith(".labels") ? "{{- end -}}\n" : CONTENT_END));
        if (!text.isEmpty()) {
            add("templates/_helpers.tpl", text.toString());
        }
    }

    private String notes(List<SiteTemplate> templates) {
        if (chart.notes() != null) {
            return GoTemplate.escaped(chart.notes()) + (chart.notes().endsWith("\n") ? "" : "\n");
        }
        SortedMap<String, Integer> kinds = new TreeMap<>();
        templates.forEach(template ->
                kinds.merge(template.site().kind(), Math.max(1, template.names().size()), Integer::sum));
        List<String> counts = new ArrayList<>();
        kinds.forEach((kind, count) -> counts.add(kind + " " + count));
        return "The release {{ .Release.Name }} of " + chart.name() + " {{ .Chart.Version }} is installed: "
                + String.join(", ", counts) + ".\n"
                + "\nTo see what it consists of:\n"
                + "\n  helm get manifest {{ .Release.Name }} --namespace {{ .Release.Namespace }}\n";
    }

    private static String fileName(String name) {
        return name.replaceAll("[^a-zA-Z0-9.-]", "-");
    }
}
