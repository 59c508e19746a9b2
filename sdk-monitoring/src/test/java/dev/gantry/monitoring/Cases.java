package dev.gantry.monitoring;

import dev.gantry.model.Case;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the builders of this module can set. */
final class Cases {

    static final List<Class<?>> WRITTEN_IN = List.of(
            MonitorCases.class,
            RuleCases.class,
            RemoteCases.class,
            ServerCases.class,
            ProbeCases.class,
            ScrapeConfigCases.class);

    private Cases() {}

    static List<Case> all() {
        return Stream.of(
                        MonitorCases.cases(),
                        RuleCases.cases(),
                        ServerCases.cases(),
                        RemoteCases.cases(),
                        ProbeCases.cases(),
                        ScrapeConfigCases.cases())
                .flatMap(List::stream)
                .toList();
    }
}
