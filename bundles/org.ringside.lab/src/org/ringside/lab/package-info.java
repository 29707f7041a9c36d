/**
 * Checking and grading: what a submission did, held against what its lab asks.
 *
 * <p>A submission is run like any guest; the {@link org.ringside.model.RunReport} of that run is all that a check may
 * look at. {@link org.ringside.lab.Judge} turns a report and the lab's {@linkplain org.ringside.model.Check checks} into
 * {@linkplain org.ringside.lab.Verdict verdicts}, each saying what was expected and what was seen. Time is virtual and
 * runs repeat exactly, so a verdict is the same on a student's laptop and on the marker's server.
 */
package org.ringside.lab;
