# Rscript compute.R: writes the vectors beside this file. Made-up data of our own, results by R 4.2 and psych; the format is that of the reference vectors.
suppressPackageStartupMessages({ library(jsonlite); library(psych) })
set.seed(20260704)
out <- list()
add <- function(file, name, fn, source, input, expected, params = list(), abs = 1e-9, rel = 1e-7, compare = NULL) {
  v <- list(name = unbox(name), fn = unbox(fn), source = unbox(paste0(source, "; R ", getRversion())), input = input, params = if (length(params)) params else setNames(list(), character(0)),
            expected = expected, tolerance = list(abs = unbox(abs), rel = unbox(rel)))
  if (!is.null(compare)) v$compare <- compare
  out[[file]] <<- c(out[[file]], list(v))
}
u <- function(x) unbox(x)
scalars <- function(l) lapply(l, function(x) if (is.null(x)) NULL else if (length(x) == 1 && !is.list(x)) u(unname(x)) else if (is.list(x)) scalars(x) else unname(x))
rows <- function(m) lapply(seq_len(nrow(m)), function(i) unname(m[i, ]))
likert <- function(n, k, load = 0.7, points = 5) { f <- rnorm(n); sapply(seq_len(k), function(j) pmin(points, pmax(1, round((points + 1) / 2 + 1.1 * (load * f + sqrt(1 - load^2) * rnorm(n)))))) }

# two groups
for (i in 1:6) {
  n1 <- c(4, 9, 15, 25, 7, 12)[i]; n2 <- c(5, 8, 20, 11, 30, 12)[i]
  x <- round(c(rnorm(n1, 50, 8 + 2 * i), rnorm(n2, 52 + 2 * i, 7)), if (i %% 2) 1 else 0); g <- c(rep("east", n1), rep("west", n2))
  a <- x[g == "east"]; b <- x[g == "west"]; w <- t.test(a, b); p <- t.test(a, b, var.equal = TRUE)
  sp <- sqrt(((n1 - 1) * var(a) + (n2 - 1) * var(b)) / (n1 + n2 - 2)); d <- (mean(a) - mean(b)) / sp; df <- n1 + n2 - 2; J <- exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))
  one <- function(t) scalars(list(t = t$statistic, df = t$parameter, p = t$p.value, ci95 = as.numeric(t$conf.int)))
  add("twoGroups", paste0("offices-", i), "t.independent", "stats::t.test", list(x = x, group = g),
      c(scalars(list(meanDiff = mean(a) - mean(b), cohenD = d, hedgesGExact = J * d, glassDelta = (mean(a) - mean(b)) / sd(b))), list(n = c(n1, n2), mean = c(mean(a), mean(b)), sd = c(sd(a), sd(b)), pooled = one(p), welch = one(w))))
  wt <- suppressWarnings(wilcox.test(a, b, exact = FALSE, correct = FALSE)); wc <- suppressWarnings(wilcox.test(a, b, exact = FALSE, correct = TRUE))
  e <- list(U1 = wt$statistic, p = wt$p.value, pCc = wc$p.value); if (!anyDuplicated(x)) e$pExact <- wilcox.test(a, b, exact = TRUE)$p.value
  add("twoGroups", paste0("offices-ranks-", i), "np.mannWhitney", "stats::wilcox.test", list(x = x, group = g), scalars(e))
  y <- round(x + rnorm(length(x), 1.5, 4)); tp <- t.test(x, y, paired = TRUE); s <- x - y; wp <- suppressWarnings(wilcox.test(x, y, paired = TRUE, exact = FALSE, correct = FALSE)); wpc <- suppressWarnings(wilcox.test(x, y, paired = TRUE, exact = FALSE, correct = TRUE))
  add("twoGroups", paste0("before-after-", i), "t.paired", "stats::t.test, wilcox.test", list(x = x, y = y),
      c(scalars(list(n = length(x), meanDiff = mean(s), sdDiff = sd(s), t = tp$statistic, df = tp$parameter, p = tp$p.value, dz = mean(s) / sd(s), correlation = cor(x, y))), list(ci95 = as.numeric(tp$conf.int), wilcoxon = scalars(list(wPlus = wp$statistic, pAsymptotic = wp$p.value, pAsymptoticCc = wpc$p.value)))))
  t1 <- t.test(x, mu = 50); add("twoGroups", paste0("against-fifty-", i), "t.oneSample", "stats::t.test", list(x = x), c(scalars(list(mean = mean(x), t = t1$statistic, df = t1$parameter, p = t1$p.value, pGreater = t.test(x, mu = 50, alternative = "greater")$p.value)), list(ci95 = as.numeric(t1$conf.int))), list(mu = u(50)))
}
# several groups
for (i in 1:6) {
  k <- c(3, 4, 5, 3, 6, 4)[i]; n <- sample(6:20, k, TRUE); g <- rep(LETTERS[1:k], n); x <- round(rnorm(length(g), 3 + 0.4 * match(g, LETTERS), 0.6 + 0.2 * match(g, LETTERS)), c(2, 1, 0, 2, 1, 0)[i])
  f <- factor(g); a <- anova(lm(x ~ f)); w <- oneway.test(x ~ f); bt <- bartlett.test(x, f); tk <- TukeyHSD(aov(x ~ f))$f
  lev <- function(c) { z <- abs(x - ave(x, f, FUN = c)); q <- anova(lm(z ~ f)); scalars(list(F = q$F[1], df1 = q$Df[1], df2 = q$Df[2], p = q$P[1])) }
  pw <- pairwise.t.test(x, f, p.adjust.method = "none")$p.value; pv <- pw[!is.na(pw)]
  pairs <- strsplit(rownames(tk), "-")
  add("severalGroups", paste0("bureaus-", i), "anova.oneway", "stats::aov, oneway.test, bartlett.test, TukeyHSD, pairwise.t.test", list(x = x, group = g),
      c(scalars(list(ssBetween = a$Sum[1], ssWithin = a$Sum[2], dfBetween = a$Df[1], dfWithin = a$Df[2], F = a$F[1], p = a$P[1], eta2 = a$Sum[1] / sum(a$Sum))),
        list(n = as.numeric(table(f)), mean = as.numeric(tapply(x, f, mean)), sd = as.numeric(tapply(x, f, sd)), welch = scalars(list(F = w$statistic, df1 = w$parameter[1], df2 = w$parameter[2], p = w$p.value)),
             bartlett = scalars(list(k2 = bt$statistic, df = bt$parameter, p = bt$p.value)), leveneMean = lev(mean), leveneMedian = lev(median),
             tukey = lapply(seq_along(pairs), function(j) scalars(list(a = pairs[[j]][1], b = pairs[[j]][2], diff = tk[j, 1], lo = tk[j, 2], hi = tk[j, 3], p = tk[j, 4]))), pairwiseT = list(p = as.numeric(pv)))), abs = 2e-6, rel = 1e-4)
  kw <- kruskal.test(x, f); add("severalGroups", paste0("bureaus-ranks-", i), "np.kruskalWallis", "stats::kruskal.test", list(x = x, group = g), scalars(list(H = kw$statistic, df = kw$parameter, p = kw$p.value)))
  m <- matrix(round(runif(8 * k, 1, 9)), 8); fr <- friedman.test(m); add("severalGroups", paste0("judges-", i), "np.friedman", "stats::friedman.test", list(matrix = rows(m)), scalars(list(chi2 = fr$statistic, df = fr$parameter, p = fr$p.value)))
  sw <- shapiro.test(x); add("severalGroups", paste0("normal-", i), "np.shapiroWilk", "stats::shapiro.test", list(x = x), scalars(list(W = sw$statistic, p = sw$p.value, n = length(x))), abs = 1e-6, rel = 1e-5)
}
for (n in c(3, 4, 5, 6, 8, 11, 12, 40)) { x <- round(rexp(n), 3); sw <- shapiro.test(x); add("severalGroups", paste0("skewed-", n), "np.shapiroWilk", "stats::shapiro.test", list(x = x), scalars(list(W = sw$statistic, p = sw$p.value, n = n)), abs = 1e-6, rel = 1e-5) }
# two variables
for (i in 1:8) {
  n <- c(5, 6, 8, 9, 14, 25, 40, 12)[i]; x <- if (i %% 2) round(rnorm(n, 10, 3), 2) else sample(1:5, n, TRUE); y <- if (i %% 2) round(0.5 * x + rnorm(n), 2) else pmin(5, pmax(1, x + sample(-1:1, n, TRUE)))
  p <- cor.test(x, y); s <- suppressWarnings(cor.test(x, y, method = "spearman", exact = FALSE)); k <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE))
  sp <- list(rho = s$estimate, p = s$p.value); kp <- list(tauB = k$estimate, z = k$statistic, p = k$p.value)
  if (!anyDuplicated(x) && !anyDuplicated(y)) { kp$pExact <- cor.test(x, y, method = "kendall", exact = TRUE)$p.value; if (n <= 9) sp$pExact <- cor.test(x, y, method = "spearman", exact = TRUE)$p.value }
  add("twoVariables", paste0("road-and-score-", i), "cor.pair", "stats::cor.test", list(x = x, y = y), list(n = u(n), pearson = c(scalars(list(r = p$estimate, t = p$statistic, df = p$parameter, p = p$p.value)), list(ci95 = as.numeric(p$conf.int))), spearman = scalars(sp), kendall = scalars(kp)))
}
for (i in 1:10) {
  r <- c(2, 2, 2, 2, 3, 3, 3, 2, 4, 2)[i]; cc <- c(2, 2, 2, 2, 2, 3, 2, 5, 2, 4)[i]; m <- matrix(rpois(r * cc, c(3, 8, 20, 60, 6, 5, 4, 4, 3, 9)[i]) + (i > 4), r)
  if (i == 2) m <- matrix(c(0, 6, 9, 5), 2); ct <- suppressWarnings(chisq.test(m, correct = FALSE)); e <- list(n = sum(m), chi2 = ct$statistic, df = ct$parameter, p = ct$p.value, fisherP = fisher.test(m, workspace = 2e7)$p.value)
  if (r == 2 && cc == 2) { y <- suppressWarnings(chisq.test(m)); e$chi2Yates <- y$statistic; e$pYates <- y$p.value; ft <- fisher.test(m); e$oddsRatioConditionalMle <- if (is.infinite(ft$estimate)) "Infinity" else ft$estimate; e$fisherPLess <- fisher.test(m, alternative = "less")$p.value; e$fisherPGreater <- fisher.test(m, alternative = "greater")$p.value }
  ex <- scalars(e); ex$expected <- rows(ct$expected); ex$adjResiduals <- rows(ct$stdres); add("twoVariables", paste0("crossed-", i), "table.chisq", "stats::chisq.test, fisher.test", list(table = rows(m)), ex, rel = 1e-5, abs = 1e-8)
}
for (i in 1:4) {
  m <- matrix(rpois(4, 15) + 1, 2); a <- mcnemar.test(m, correct = FALSE); b <- mcnemar.test(m); add("twoVariables", paste0("asked-twice-", i), "table.mcnemar", "stats::mcnemar.test, binom.test", list(table = rows(m)), scalars(list(chi2 = a$statistic, df = a$parameter, p = a$p.value, chi2Cc = b$statistic, pCc = b$p.value, pExact = binom.test(m[1, 2], m[1, 2] + m[2, 1])$p.value)))
  m <- matrix(rpois(16, 6) + 1, 4); a <- mcnemar.test(m); add("twoVariables", paste0("moved-", i), "table.bowker", "stats::mcnemar.test", list(table = rows(m)), scalars(list(chi2 = a$statistic, df = a$parameter, p = a$p.value)))
  k <- rpois(5, 20); a <- chisq.test(k, p = c(3, 2, 2, 2, 1), rescale.p = TRUE); add("twoVariables", paste0("as-planned-", i), "table.goodnessOfFit", "stats::chisq.test", list(counts = k), c(scalars(list(chi2 = a$statistic, df = a$parameter, p = a$p.value)), list(expected = a$expected)), list(p = c(3, 2, 2, 2, 1)))
  n <- rpois(4, 60); s <- rbinom(4, n, 0.4 + 0.08 * (1:4)); a <- prop.trend.test(s, n); add("twoVariables", paste0("rising-", i), "table.trend", "stats::prop.trend.test", list(successes = s, totals = n), scalars(list(chi2 = a$statistic, df = a$parameter, p = a$p.value)))
  n <- rpois(2, 45); s <- rbinom(2, n, c(0.6, 0.45)); a <- suppressWarnings(prop.test(s, n, correct = FALSE)); b <- suppressWarnings(prop.test(s, n)); add("twoVariables", paste0("two-shares-", i), "ci.twoProportions", "stats::prop.test", list(k1 = u(s[1]), n1 = u(n[1]), k2 = u(s[2]), n2 = u(n[2])), c(scalars(list(diff = s[1] / n[1] - s[2] / n[2], chi2 = a$statistic, p = a$p.value, chi2Cc = b$statistic, pCc = b$p.value)), list(waldCi = as.numeric(a$conf.int))), list(level = u(0.95)), rel = 1e-6)
  p <- round(sort(runif(5 + 2 * i)^2, decreasing = TRUE), 4); add("twoVariables", paste0("many-looks-", i), "p.adjust", "stats::p.adjust", list(p = p), list(holm = p.adjust(p, "holm"), hochberg = p.adjust(p, "hochberg"), bh = p.adjust(p, "BH"), by = p.adjust(p, "BY"), hommel = p.adjust(p, "hommel"), bonferroni = p.adjust(p, "bonferroni")))
  n <- c(7, 30, 90, 400)[i]; s <- c(2, 27, 41, 133)[i]; l <- c(0.95, 0.9, 0.99, 0.95)[i]; add("twoVariables", paste0("share-", i), "ci.proportion", "stats::prop.test, binom.test", list(successes = u(s), n = u(n)), list(p = u(s / n), wilson = as.numeric(prop.test(s, n, conf.level = l, correct = FALSE)$conf.int), wilsonCc = as.numeric(prop.test(s, n, conf.level = l)$conf.int), clopperPearson = as.numeric(binom.test(s, n, conf.level = l)$conf.int)), list(level = u(l)), rel = 1e-6)
}
# scales
for (i in 1:6) {
  n <- c(12, 30, 60, 120, 45, 80)[i]; k <- c(3, 4, 6, 8, 5, 10)[i]; m <- likert(n, k, c(0.4, 0.6, 0.7, 0.8, 0.5, 0.65)[i]); colnames(m) <- paste0("q", 1:k)
  C <- cov(m); R <- cor(m); V <- sum(C); raw <- k / (k - 1) * (1 - sum(diag(C)) / V); rest <- sapply(1:k, function(j) cor(m[, j], rowSums(m[, -j, drop = FALSE]))); drop <- sapply(1:k, function(j) { D <- C[-j, -j, drop = FALSE]; (k - 1) / (k - 2) * (1 - sum(diag(D)) / sum(D)) })
  inl <- list(data = setNames(lapply(1:k, function(j) m[, j]), colnames(m)), columns = colnames(m))
  add("scales", paste0("satisfaction-", i), "reliability.alpha", "definition in base R; psych::smc", inl, c(scalars(list(k = k, n = n, rawAlpha = raw, avgInterItemR = mean(R[lower.tri(R)]), guttmanLambda6 = (sum(R) - (k - sum(smc(R)))) / sum(R))), list(itemMean = colMeans(m), itemSd = apply(m, 2, sd), itemRestCorrelation = rest, alphaIfDeleted = drop)), list(missing = u("listwise")))
  K <- KMO(R); add("scales", paste0("adequacy-", i), "factor.kmo", "psych::KMO", inl, list(n = u(n), kmo = u(K$MSA), kmoItems = as.numeric(K$MSAi)), list(missing = u("listwise")))
  B <- cortest.bartlett(R, n); add("scales", paste0("sphericity-", i), "factor.bartlett", "psych::cortest.bartlett", inl, scalars(list(n = n, chi2 = B$chisq, df = B$df, p = B$p.value, determinant = det(R))), list(missing = u("listwise")))
  if (k >= 6) {
    e <- eigen(R); L <- e$vectors[, 1:2] %*% diag(sqrt(e$values[1:2])); vm <- varimax(L, eps = 1e-15); add("scales", paste0("components-", i), "factor.pca", "eigen, stats::varimax", inl, list(n = u(n), eigenvalues = e$values, loadings = rows(L), varimaxLoadings = rows(unclass(vm$loadings)), communalities = rowSums(L^2)), list(missing = u("listwise"), nFactors = u(2), rotation = u("varimax")), abs = 2e-4, rel = 1e-4, compare = list(loadings = u("columns-up-to-sign"), varimaxLoadings = u("columns-up-to-sign-and-order")))
    f <- factanal(m, 2, rotation = "none", control = list(nstart = 5)); add("scales", paste0("ml-", i), "factor.efa", "stats::factanal", inl, c(scalars(list(n = n, chi2 = f$STATISTIC, df = f$dof, p = f$PVAL)), list(uniquenesses = as.numeric(f$uniquenesses))), list(missing = u("listwise"), nFactors = u(2), method = u("ml"), rotation = u("varimax"), kaiserNormalize = u(TRUE)), abs = 1e-3, rel = 1e-3)
    f <- suppressWarnings(suppressMessages(fa(R, 1, n.obs = n, fm = "minres"))); add("scales", paste0("minres-", i), "factor.efa", "psych::fa", inl, list(n = u(n), uniquenesses = as.numeric(f$uniquenesses)), list(missing = u("listwise"), nFactors = u(1), method = u("minres"), rotation = u("none"), kaiserNormalize = u(TRUE)), abs = 1e-3, rel = 1e-3)
  }
  x <- m[, 1]; add("scales", paste0("described-", i), "desc.describe", "base R; psych::describe", list(x = x), c(scalars(list(n = n, mean = mean(x), sd = sd(x), median = median(x), mad = median(abs(x - median(x))), trimmedMean10 = mean(x, trim = 0.1), skewnessB1 = psych::skew(x, type = 3), kurtosisB2 = psych::kurtosi(x, type = 3), skewnessG1 = psych::skew(x, type = 2), kurtosisG2 = psych::kurtosi(x, type = 2))), list(quartilesType7 = as.numeric(quantile(x, c(.25, .5, .75))), quartilesType6 = as.numeric(quantile(x, c(.25, .5, .75), type = 6)), deciles7 = as.numeric(quantile(x, 1:9 / 10)))))
  j <- m[1:6, 1:3]; s <- suppressMessages(suppressWarnings(ICC(j + matrix(c(0, 1, 0), 6, 3, TRUE) + row(j) %% 3, lmer = FALSE)))$results; form <- function(r) scalars(list(icc = s$ICC[r], F = s$F[r], df1 = s$df1[r], df2 = s$df2[r], p = s$p[r])); add("scales", paste0("judges-icc-", i), "agree.icc", "psych::ICC", list(matrix = rows(j + matrix(c(0, 1, 0), 6, 3, TRUE) + row(j) %% 3)), list(icc1 = form(1), icc2 = form(2), icc3 = form(3), icc1k = form(4), icc2k = form(5), icc3k = form(6)), abs = 1e-6, rel = 1e-5)
  a <- m[, 1]; b <- pmin(5, pmax(1, a + sample(-1:1, n, TRUE, c(1, 3, 1)))); W <- cohen.kappa(cbind(a, b), levels = 1:5); add("scales", paste0("two-judges-", i), "agree.cohenKappa", "psych::cohen.kappa", list(a = a, b = b), scalars(list(n = n, kappa = W$kappa, kappaQuadratic = W$weighted.kappa, ase = sqrt(W$var.kappa))), list(levels = 1:5), abs = 1e-8)
  y <- rowSums(m) + round(rnorm(n), 1); d <- data.frame(y = y, a = m[, 1], b = m[, 2] + round(rnorm(n), 1)); l <- lm(y ~ a + b, d); q <- summary(l); add("scales", paste0("drivers-", i), "regress.ols", "stats::lm", list(data = as.list(d), columns = names(d)), c(scalars(list(n = n, r2 = q$r.squared, adjR2 = q$adj.r.squared, F = q$fstatistic[1], df1 = 2, df2 = n - 3, sigma = q$sigma)), list(coef = as.numeric(coef(l)), se = q$coefficients[, 2], t = q$coefficients[, 3], p = q$coefficients[, 4], beta = as.numeric(coef(lm(scale(y) ~ scale(a) + scale(b), d))[-1]), vif = rep(1 / (1 - cor(d$a, d$b)^2), 2))), list(y = u("y"), x = c("a", "b")), abs = 1e-8, rel = 1e-6)
}
# distributions, both tails
z <- c(-8, -3, -0.5, 0, 0.3, 2, 5, 7.9, 20); add("tails", "normal", "dist.normalCdf", "pnorm", list(x = z), list(values = pnorm(z)), abs = 0, rel = 1e-12)
p <- c(1e-300, 1e-15, 1e-6, 0.025, 0.5, 0.9, 0.999); add("tails", "normal-quantile", "dist.normalQuantile", "qnorm", list(p = p), list(values = qnorm(p)), abs = 1e-12, rel = 1e-12)
g <- expand.grid(x = c(0.1, 1, 2.5, 8, 20, 60), df = c(1, 3, 10, 57.3)); add("tails", "t", "dist.tUpper", "pt", list(x = g$x, df = g$df), list(values = pt(g$x, g$df, lower.tail = FALSE)), abs = 0, rel = 1e-10)
add("tails", "t-quantile", "dist.tQuantile", "qt", list(p = rep(c(1e-15, 1e-4, 0.3, 0.975, 0.9999), 3), df = rep(c(1, 4.5, 80), each = 5)), list(values = qt(rep(c(1e-15, 1e-4, 0.3, 0.975, 0.9999), 3), rep(c(1, 4.5, 80), each = 5))), abs = 1e-9, rel = 1e-8)
g <- expand.grid(x = c(0.01, 1, 7, 40, 120, 500), df = c(1, 4, 30, 250)); add("tails", "chi-square", "dist.chisqUpper", "pchisq", list(x = g$x, df = g$df), list(values = pchisq(g$x, g$df, lower.tail = FALSE)), abs = 0, rel = 1e-10); add("tails", "chi-square-log", "dist.chisqUpperLog", "pchisq", list(x = 50 * g$x, df = g$df), list(values = pchisq(50 * g$x, g$df, lower.tail = FALSE, log.p = TRUE)), abs = 1e-12, rel = 1e-9)
g <- expand.grid(x = c(0.05, 1, 4, 15, 80), a = c(1, 5, 24), b = c(2, 17, 300)); add("tails", "f", "dist.fUpper", "pf", list(x = g$x, df1 = g$a, df2 = g$b), list(values = pf(g$x, g$a, g$b, lower.tail = FALSE)), abs = 0, rel = 1e-10)
g <- expand.grid(p = c(0.01, 0.5, 0.95, 0.999), a = c(1, 6), b = c(3, 40)); add("tails", "f-quantile", "dist.fQuantile", "qf", list(p = g$p, df1 = g$a, df2 = g$b), list(values = qf(g$p, g$a, g$b)), abs = 1e-12, rel = 1e-8)
g <- expand.grid(q = c(0.4, 1.5, 3, 4.2, 6), k = c(2, 4, 9, 25), df = c(10, 25, 120)); add("tails", "range", "dist.tukeyUpper", "ptukey", list(q = g$q, k = g$k, df = g$df), list(values = ptukey(g$q, g$k, g$df, lower.tail = FALSE)), abs = 2e-6, rel = 1e-4)
x <- c(0.001, 0.3, 1, 2, 4.5, 10, 33.3, 1e3, 1e7); add("tails", "log-gamma", "dist.lnGamma", "lgamma", list(x = x), list(values = lgamma(x)), abs = 1e-13, rel = 1e-12)
here <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)); for (f in names(out)) writeLines(toJSON(out[[f]], digits = I(15), pretty = TRUE, null = "null", na = "null"), file.path(dirname(here), paste0(f, ".json")))
