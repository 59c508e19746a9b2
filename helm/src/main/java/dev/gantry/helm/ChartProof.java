package dev.gantry.helm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingJson;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Proves what a program claims of charts: real Helm renders each chart with each sample of values, and every object has to be the
 * one that the program makes of the same values. The chart is also linted with the values of each environment, strictly.
 *
 * <p>Charts that it depends on are no part of what the program makes: while they are not in its {@code charts/}, it is rendered and
 * linted without them.
 */
public final class ChartProof {

    /** Helm was seen to be safe with as many. */
    private static final int MOST_THREADS = 4;

    private final NativeHelm helm;
    private final ProofReport report = new ProofReport();

    private ChartProof(NativeHelm helm) {
        this.helm = helm;
    }

    /**
     * Examines claims, as strings for whoever shares no classes with this one.
     *
     * @param staging a folder with claims, numbered from 0: {@code <n>/claim.json} with the names of the samples, {@code <n>/files} with
     *     the chart, and {@code <n>/samples/<m>} with {@code values.yaml} and {@code expected.yaml}
     * @return findings as JSON; an empty list if all claims are true
     */
    public static String prove(String staging) {
        return FindingJson.text(findings(Path.of(staging)));
    }

    /**
     * Examines claims.
     *
     * @param staging a folder as in {@link #prove(String)}
     * @return at most 21 findings, of which the last one tells how many there are besides; none if all claims are true
     */
    public static List<Finding> findings(Path staging) {
        try {
            ChartProof proof = new ChartProof(NativeHelm.load());
            for (StagedClaim claim : StagedClaim.in(staging)) {
                proof.examine(claim);
            }
            return proof.report.findings();
        } catch (FindingsException e) {
            return e.findings();
        } catch (IOException e) {
            return List.of(Finding.of(
                            ChartRule.UNAVAILABLE,
                            "The charts cannot be copied to or read from temporary folders: " + e)
                    .hint("Free the disk, or grant the permission."));
        }
    }

    private void examine(StagedClaim claim) throws IOException {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads, ChartProof::daemon);
        try (PreparedChart chart = PreparedChart.of(helm, claim.chart())) {
            List<Future<List<Discrepancy>>> answers = new ArrayList<>();
            for (StagedSample sample : claim.samples()) {
                answers.add(pool.submit(() -> discrepancies(claim, chart, sample)));
            }
            for (int i = 0; i < answers.size(); i++) {
                report.add(claim, claim.samples().get(i), answer(answers.get(i)));
            }
        } catch (HelmFailure e) {
            for (StagedSample sample : claim.samples()) {
                report.add(claim, sample, List.of(unrendered(claim, e)));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Discrepancy> discrepancies(StagedClaim claim, PreparedChart chart, StagedSample sample)
            throws IOException {
        try {
            List<ObjectNode> rendered = chart.render(sample.values(), sample.release(), sample.namespace());
            List<Discrepancy> found =
                    new ArrayList<>(ObjectComparison.between(chart.objects(sample.expected()), rendered));
            if (sample.isEnvironment()) {
                for (String complaint : ChartLint.complaints(helm, claim.chart(), sample.values())) {
                    found.add(Discrepancy.of(
                            ChartRule.LINT,
                            "is not what the linter wants: " + complaint,
                            TemplatePlace.shown(complaint, claim.chart())));
                }
            }
            return found;
        } catch (HelmFailure e) {
            return List.of(unrendered(claim, e));
        }
    }

    private static Discrepancy unrendered(StagedClaim claim, HelmFailure failure) {
        return Discrepancy.of(
                ChartRule.NOT_RENDERED,
                "cannot be rendered: " + failure.words(),
                TemplatePlace.shown(failure.words(), claim.chart()));
    }

    private static List<Discrepancy> answer(Future<List<Discrepancy>> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The proof was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException("The proof failed", e.getCause());
        }
    }

    /** A proof that is given up with its program is not to keep the build from ending. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "gantry-proof");
        thread.setDaemon(true);
        return thread;
    }
}
