package dev.gantry.chart;

import dev.gantry.extension.Flaw;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a stack's Helm chart says of itself.
 *
 * @see <a href="https://helm.sh/docs/topics/charts/#the-chartyaml-file">Chart.yaml</a>
 */
public final class Chart {

    private static final Pattern VERSION =
            Pattern.compile("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){2}(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

    private final String name;
    private final String version;
    private final String appVersion;
    private final String description;
    private final @Nullable String notes;
    private final @Nullable Record values;
    private final @Nullable String defaults;
    private final boolean namespaceOfRelease;
    private final List<ChartDependency> dependencies;
    private final List<ChartMaintainer> maintainers;
    private final SortedMap<String, String> details;

    private Chart(Builder builder) {
        this.name = builder.name;
        this.version = builder.version;
        this.appVersion = builder.appVersion;
        this.description = builder.description;
        this.notes = builder.notes;
        this.values = builder.values;
        this.defaults = builder.defaults;
        this.namespaceOfRelease = builder.namespaceOfRelease;
        this.dependencies = List.copyOf(builder.dependencies);
        this.maintainers = List.copyOf(builder.maintainers);
        this.details = Collections.unmodifiableSortedMap(new TreeMap<>(builder.details));
    }

    /** The name of the chart; that of the stack unless the author says otherwise. */
    public String name() {
        return name;
    }

    /** The version of the chart. */
    public String version() {
        return version;
    }

    /** The version of the application; empty if it is not known. */
    public String appVersion() {
        return appVersion;
    }

    /** What it is, in a sentence. */
    public String description() {
        return description;
    }

    /** What Helm shows after an installation; {@code null} for the usual text. */
    public @Nullable String notes() {
        return notes;
    }

    /** The part of the settings that the chart's values are; {@code null} for the whole. */
    public @Nullable Record values() {
        return values;
    }

    /** The environment whose settings are the default values; {@code null} for the first by name. */
    public @Nullable String defaults() {
        return defaults;
    }

    /** Whether its resources go where the release is installed. */
    public boolean isNamespaceOfRelease() {
        return namespaceOfRelease;
    }

    /** The charts that are installed with it. */
    public List<ChartDependency> dependencies() {
        return dependencies;
    }

    /** Who looks after it. */
    public List<ChartMaintainer> maintainers() {
        return maintainers;
    }

    /** The fields {@code home} and {@code icon}, where they were given. */
    public SortedMap<String, String> details() {
        return details;
    }

    /** The options of a chart. */
    public static final class Builder {

        private final List<ChartDependency> dependencies = new ArrayList<>(0);
        private final List<ChartMaintainer> maintainers = new ArrayList<>(0);
        private final SortedMap<String, String> details = new TreeMap<>();
        private final List<Flaw> flaws;
        private boolean sealed;
        private String name;
        private String version = "0.1.0";
        private String appVersion = "";
        private String description = "";
        private @Nullable String notes;
        private @Nullable Record values;
        private @Nullable String defaults;
        private boolean namespaceOfRelease;

        /**
         * Options that are all as usual.
         *
         * @param stack the name of the stack, which the chart has as well
         * @param flaws takes what is wrong with what is said, also later
         */
        public Builder(String stack, List<Flaw> flaws) {
            this.name = stack;
            this.flaws = flaws;
        }

        /** Names the chart: lower-case letters, digits and {@code -}. */
        public Builder name(String name) {
            if (open()) {
                name("The name of the chart", name);
                this.name = name == null ? "" : name;
            }
            return this;
        }

        /** Sets the version of the chart itself: a semantic version, {@code 0.1.0} unless set. */
        public Builder version(String version) {
            if (open()) {
                line("The version of the chart", version);
                if (version != null && !VERSION.matcher(version).matches()) {
                    flaws.add(new Flaw(
                            ValueRule.TEXT,
                            "The version of the chart \"" + version + "\" is not a semantic version.",
                            "Write it as major.minor.patch, such as 1.4.0."));
                }
                this.version = version == null ? "" : version;
            }
            return this;
        }

        /** Sets the version of the application that it installs; any text. */
        public Builder appVersion(String appVersion) {
            if (open()) {
                line("The version of the application", appVersion);
                this.appVersion = appVersion == null ? "" : appVersion;
            }
            return this;
        }

        /** Says what it is, in a sentence. */
        public Builder description(String description) {
            if (open()) {
                line("The description of the chart", description);
                this.description = description == null ? "" : description;
            }
            return this;
        }

        /** Sets the web page of the project. */
        public Builder home(String url) {
            return detail("home", url);
        }

        /** Sets the picture that catalogues show: a URL. */
        public Builder icon(String url) {
            return detail("icon", url);
        }

        /**
         * Adds someone who looks after it.
         *
         * @param email where to reach them
         */
        public Builder maintainer(String name, String email) {
            if (open()) {
                line("The name of a maintainer", name);
                line("The address of a maintainer", email);
                if (name != null && email != null) {
                    maintainers.add(new ChartMaintainer(name, email));
                }
            }
            return this;
        }

        /**
         * Adds a chart that is installed with this one.
         *
         * @param name of that chart
         * @param version a version, or a range such as {@code ~16.9}
         * @param repository the URL of the repository that has it
         */
        public Builder dependency(String name, String version, String repository) {
            return add(name, version, repository, null);
        }

        /**
         * Adds a chart that is installed with this one if a value says so.
         *
         * @param condition the path of a boolean value, such as {@code redis.enabled}
         */
        public Builder dependency(String name, String version, String repository, String condition) {
            line("The condition of a dependency", condition);
            return add(name, version, repository, condition);
        }

        /** Sets what Helm shows after an installation, in place of the usual text. It is text, and no template. */
        public Builder notes(String text) {
            if (open()) {
                if (text == null) {
                    flaws.add(Flaw.missing());
                }
                this.notes = text;
            }
            return this;
        }

        /**
         * Makes a part of the settings the chart's values: then {@code values.yaml} begins with its components, and the chart may
         * depend on nothing else.
         *
         * @param settings a record that is a component of the settings, or of a component
         */
        public Builder values(Record settings) {
            if (open()) {
                if (settings == null) {
                    flaws.add(Flaw.missing());
                }
                this.values = settings;
            }
            return this;
        }

        /**
         * Makes the settings of an environment the default values of the chart, those of {@code values.yaml}. Unless set, they are
         * those of the first environment by name.
         *
         * @param environment such as {@code staging}
         */
        public Builder defaults(String environment) {
            if (open()) {
                name("The environment of the default values", environment);
                this.defaults = environment;
            }
            return this;
        }

        /**
         * Lets the resources of the stack go where the release is installed. Other outputs have the namespace of the stack.
         */
        public Builder namespaceOfRelease() {
            if (open()) {
                this.namespaceOfRelease = true;
            }
            return this;
        }

        /** The chart. */
        public Chart build() {
            sealed = true;
            return new Chart(this);
        }

        /** Whether a call still has an effect: it has none once the stack is made. */
        private boolean open() {
            if (sealed) {
                flaws.add(Flaw.usedLater());
            }
            return !sealed;
        }

        private Builder detail(String field, String url) {
            if (open()) {
                line("The " + field + " of the chart", url);
                if (url != null) {
                    details.put(field, url);
                }
            }
            return this;
        }

        private Builder add(String name, String version, String repository, @Nullable String condition) {
            if (open()) {
                name("The name of a dependency", name);
                line("The version of a dependency", version);
                line("The repository of a dependency", repository);
                if (name != null && version != null && repository != null) {
                    dependencies.add(new ChartDependency(name, version, repository, condition));
                }
            }
            return this;
        }

        private void name(String what, @Nullable String value) {
            Flaw flaw = Flaw.ofSyntax(ValueRule.NAME, what, value, Syntax.DNS_LABEL);
            if (flaw != null) {
                flaws.add(flaw);
            }
        }

        private void line(String what, @Nullable String value) {
            if (value == null || value.isBlank() || value.indexOf('\n') >= 0) {
                flaws.add(
                        new Flaw(ValueRule.TEXT, what + " is not one line of text.", "Give a text that is one line."));
            }
        }
    }
}
