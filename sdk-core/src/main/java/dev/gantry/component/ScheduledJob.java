package dev.gantry.component;

import static dev.gantry.component.ComponentBuilder.NAME;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Component;
import dev.gantry.Image;
import dev.gantry.access.ServiceAccount;
import dev.gantry.extension.Resource;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.PolicyType;
import dev.gantry.workload.ConcurrencyPolicy;
import dev.gantry.workload.Cron;
import dev.gantry.workload.CronJob;
import dev.gantry.workload.RestartPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Work that is done again and again at fixed times, one run after the other: a CronJob with an identity of its own, which nobody
 * can connect to. All resources have the component's name.
 */
public final class ScheduledJob implements Component {

    private final ServiceAccount account;
    private final CronJob cronJob;
    private final NetworkPolicy networkPolicy;

    private ScheduledJob(String name, Cron schedule, Image image, Builder options) {
        account = options.account(name);
        cronJob = CronJob.of(name, schedule, RestartPolicy.NEVER, j -> {
            j.label(NAME, name)
                    .podLabel(NAME, name)
                    .concurrencyPolicy(ConcurrencyPolicy.FORBID)
                    .activeDeadline(options.deadline)
                    .backoffLimit(options.retries)
                    .serviceAccount(account)
                    .container(name, image, options.container());
            options.cronJob.accept(j);
        });
        networkPolicy = options.networkPolicy(name, cronJob, n -> n.policyTypes(PolicyType.INGRESS));
    }

    /**
     * Makes a scheduled job.
     *
     * @param name the name of all its resources: a DNS label of at most 52 characters
     * @param schedule when it runs
     * @param image what its container runs
     */
    @CheckReturnValue
    public static ScheduledJob of(String name, Cron schedule, Image image, Consumer<Builder> options) {
        return new ScheduledJob(name, schedule, image, ComponentBuilder.configured(new Builder(), options));
    }

    @Override
    public List<Resource> resources() {
        return List.of(account, cronJob, networkPolicy);
    }

    /** Who its pods are. */
    public ServiceAccount account() {
        return account;
    }

    /** What starts its pods. */
    public CronJob cronJob() {
        return cronJob;
    }

    /** Who may connect to its pods: nobody, unless {@code networkPolicy(...)} says otherwise. */
    public NetworkPolicy networkPolicy() {
        return networkPolicy;
    }

    /** The options of a {@link ScheduledJob}. */
    public static final class Builder extends ComponentBuilder<Builder> {

        private Consumer<CronJob.Builder> cronJob = j -> {};
        private Duration deadline = Duration.ofHours(1);
        private int retries = 2;

        private Builder() {}

        /** Sets after which time a run is given up; one hour by default. */
        public Builder deadline(Duration most) {
            if (isOpen()) {
                deadline = most;
            }
            return this;
        }

        /** Sets how often a run that failed is tried again; twice by default. */
        public Builder retries(int most) {
            if (isOpen()) {
                retries = most;
            }
            return this;
        }

        /** Goes on with the options of the CronJob, after those that the component sets. */
        public Builder cronJob(Consumer<CronJob.Builder> options) {
            cronJob = with(cronJob, options);
            return this;
        }
    }
}
