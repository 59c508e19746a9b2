package dev.gantry.chart;

/**
 * What an installation of a stack is called, as {@code Stack.release()} tells the program. In every output but a chart it is
 * what the chart's own name says; in a chart each use becomes what Helm knows of the release.
 *
 * @param name of the release, as given to {@code helm install}; {@code .Release.Name}
 * @param namespace that it is installed to; {@code .Release.Namespace}
 * @param chart the name of the chart
 * @param appVersion the version of the application; {@code .Chart.AppVersion}
 */
public record Release(String name, String namespace, String chart, String appVersion) {

    private static final int LONGEST = 63;

    /**
     * The name that Helm's own charts give to their resources: the name of the release if it has that of the chart in it, or
     * else both with {@code -} between them; at most 63 characters.
     */
    public String fullName() {
        String full = name.contains(chart) ? name : name + "-" + chart;
        String shortened = full.length() <= LONGEST ? full : full.substring(0, LONGEST);
        return shortened.endsWith("-") ? shortened.substring(0, shortened.length() - 1) : shortened;
    }
}
