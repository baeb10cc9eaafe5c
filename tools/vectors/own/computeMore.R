# Rscript computeMore.R: more vectors beside this file, with gaps, ties, small samples and far tails. Made-up data of our own, results by R 4.2 and psych.
suppressPackageStartupMessages({ library(jsonlite); library(psych); library(GPArotation) })
set.seed(20261127)
out <- list()
U <- function(x) unbox(x)
scal <- function(l) lapply(l, function(x) if (is.null(x)) NULL else if (length(x)==1 && !is.list(x)) unbox(unname(x)) else if (is.list(x)) scal(x) else unname(x))
rows <- function(m) lapply(seq_len(nrow(m)), function(i) unname(m[i,]))
add <- function(name, fn, input, expected, params=list(), abs=1e-9, rel=1e-7, compare=NULL, notes=NULL) {
  v <- list(name=U(name), fn=U(fn), source=U(paste0("base R and psych by definition; R ", getRversion())), input=input, params=if(length(params)) params else setNames(list(),character(0)), expected=expected, tolerance=list(abs=U(abs),rel=U(rel)))
  if(!is.null(compare)) v$compare <- compare
  if(!is.null(notes)) v$notes <- U(notes)
  out[[length(out)+1]] <<- v
}
try1 <- function(e) tryCatch(suppressWarnings(suppressMessages(e)), error=function(err) {message(conditionMessage(err)); NULL})
likert <- function(n,k,load=.7,pts=5){f<-rnorm(n); sapply(1:k,function(j) pmin(pts,pmax(1,round((pts+1)/2+1.1*(load*f+sqrt(1-load^2)*rnorm(n))))))}
# --- distributions
vals <- function(fn, name, input, values, rel=1e-9, abs=0) add(name, fn, input, list(values=values), abs=abs, rel=rel)
z <- c(runif(20,-38,38), runif(10,-3,3), rnorm(10,0,1e-5)); z<-signif(z,12);vals("dist.normalCdf","n",list(x=z),pnorm(z),1e-12)
p <- c(10^-runif(15,0,300), runif(15), 1-10^-runif(6,1,12)); p<-signif(p,13);vals("dist.normalQuantile","nq",list(p=p),qnorm(p),1e-9,1e-12)
x <- c(10^runif(30,-4,7)*sample(c(-1,1),30,TRUE)); d <- 10^runif(30,-.5,6);x<-signif(x,12);d<-signif(d,12); vals("dist.tUpper","t",list(x=x,df=d),pt(x,d,lower=FALSE),1e-9)
p <- c(10^-runif(20,0,15),1-10^-runif(10,0.1,9)); d <- 10^runif(30,-.3,5);p<-signif(p,12);d<-signif(d,12); vals("dist.tQuantile","tq",list(p=p,df=d),qt(p,d),1e-7,1e-9)
d <- 10^runif(40,-1,4.5); x <- d*10^runif(40,-2,1.3); v<-pchisq(x,d,lower=FALSE); vals("dist.chisqUpper","c",list(x=x,df=d),v,1e-9)
v<-pchisq(x,d,lower=FALSE,log.p=TRUE); vals("dist.chisqUpperLog","cl",list(x=x,df=d),v,1e-8,1e-13)
a<-10^runif(40,-.3,4); b<-10^runif(40,-.3,5); x<-10^runif(40,-2,2.5); v<-pf(x,a,b,lower=FALSE); vals("dist.fUpper","f",list(x=x,df1=a,df2=b),v,1e-8,1e-290)
p<-c(10^-runif(15,0,12),1-10^-runif(15,.1,8)); a<-10^runif(30,-.2,3); b<-10^runif(30,.3,3); v<-qf(p,a,b); vals("dist.fQuantile","fq",list(p=p,df1=a,df2=b),v,1e-6,1e-12)
q<-runif(25,.1,14); k<-sample(2:40,25,TRUE); d<-10^runif(25,.9,3); vals("dist.tukeyUpper","tu",list(q=q,k=k,df=d),ptukey(q,k,d,lower=FALSE),1e-4,2e-6)
p<-runif(10,.5,.999); k<-sample(2:20,10,TRUE); d<-10^runif(10,.95,2.5); vals("dist.tukeyQuantile","tuq",list(p=p,k=k,df=d),qtukey(p,k,d),1e-4,2e-4)
x<-10^runif(40,-8,12); vals("dist.lnGamma","lg",list(x=x),lgamma(x),1e-11,1e-12)
a<-10^runif(50,-2,4.5);b<-10^runif(50,-2,4.5);x<-c(runif(20),plogis(rnorm(30,log(a[21:50]/b[21:50]),.5))); vals("dist.incompleteBeta","ib",list(x=x,a=a,b=b),pbeta(x,a,b),1e-8,1e-300)
# --- describe
for (i in 1:7) {
  n<-c(1,2,3,4,5,7,20)[i]; x<-switch(sample(5,1),rnorm(n,1e6,1e-2),round(rnorm(n,50,10)),rexp(n),sample(1:5,n,TRUE),round(rt(n,2),3)); xm<-x; if(n>4) xm[sample(n,2)]<-NA; y<-xm[!is.na(xm)]; m<-length(y)
  e<-list(n=m,missing=sum(is.na(xm)),mean=mean(y),sum=sum(y),min=min(y),max=max(y),median=median(y),mad=median(abs(y-median(y))),trimmedMean10=mean(y,trim=.1))
  if(m>1) {e$sd=sd(y);e$variance=var(y);e$se=sd(y)/sqrt(m)}
  e<-scal(e); if(m>1&&sd(y)>0){e$ci95=as.numeric(t.test(y)$conf.int)}
  if(m>2&&sd(y)>0){e$skewnessG1pop=U(skew(y,type=1));e$skewnessG1=U(skew(y,type=2));e$skewnessB1=U(skew(y,type=3))}
  if(m>3&&sd(y)>0){e$kurtosisG2pop=U(kurtosi(y,type=1));e$kurtosisG2=U(kurtosi(y,type=2));e$kurtosisB2=U(kurtosi(y,type=3))}
  e$quartilesType7=as.numeric(quantile(y,c(.25,.5,.75)));e$quartilesType6=as.numeric(quantile(y,c(.25,.5,.75),type=6));e$deciles7=as.numeric(quantile(y,1:9/10))
  add(paste0("d",i),"desc.describe",list(x=xm),e,abs=1e-7,rel=1e-6)
  pr<-c(0,.01,runif(4),.99,1); for(ty in 6:7) add(paste0("q",i,ty),"desc.quantile",list(x=y),list(quantiles=as.numeric(quantile(y,pr,type=ty))),list(probs=pr,type=U(ty)),abs=1e-8)
  if(n>10){f<-sample(c(1:5,NA),n,TRUE);lv<-1:7;tb<-as.numeric(table(factor(f,lv)));vv<-sum(tb);add(paste0("f",i),"desc.frequencies",list(x=f),c(scal(list(n=n,valid=vv,missing=n-vv)),list(counts=tb,pct=100*tb/n,validPct=100*tb/vv,cumValidPct=100*cumsum(tb)/vv)),list(levels=lv))}
  if(m>=3&&m<=5000&&sd(y)>0&&sd(y)/abs(mean(y))>1e-6){s<-try1(shapiro.test(y)); if(!is.null(s)) add(paste0("sw",i),"np.shapiroWilk",list(x=xm),scal(list(W=s$statistic,p=s$p.value,n=m)),abs=1e-6,rel=1e-4)}
}
# --- two groups
for(i in 1:6){
  n1<-sample(c(2,3,5,8,15),1);n2<-sample(c(2,3,5,8,20),1);nm<-list(c("b","a"),c("10","9"))[[if(i%%3==0)2 else 1]]; dig<-sample(c(0,1,4),1)
  x<-round(c(rnorm(n1,50,8),rnorm(n2,50+sample(c(0,5,40),1),sample(c(2,8,20),1))),dig);g<-rep(nm,c(n1,n2));if(i%%3==0)g<-as.numeric(g)
  o<-sample(n1+n2);x<-x[o];g<-g[o];xm<-x;gm<-g;if(n1+n2>14){j<-which(g==g[which.max(table(g)[as.character(g)])])[1];xm[j]<-NA;gm[j%%length(g)+1]<-NA}
  k<-!is.na(xm)&!is.na(gm);f<-factor(gm[k]);y<-xm[k];a<-y[f==levels(f)[1]];b<-y[f==levels(f)[2]]
  if(nlevels(f)<2||length(a)<2||length(b)<2||sd(a)==0||sd(b)==0) next
  w<-t.test(a,b);p<-t.test(a,b,var.equal=TRUE);df<-length(a)+length(b)-2;sp<-sqrt(((length(a)-1)*var(a)+(length(b)-1)*var(b))/df);d<-(mean(a)-mean(b))/sp;J<-exp(lgamma(df/2)-log(sqrt(df/2))-lgamma((df-1)/2))
  one<-function(t)scal(list(t=t$statistic,df=t$parameter,p=t$p.value,ci95=as.numeric(t$conf.int)))
  h<-sqrt(1/length(a)+1/length(b));tt<-d/h;nc<-function(pp)try1(uniroot(function(s)pt(tt,df,s)-pp,c(tt-40,tt+40),tol=1e-10)$root)
  e<-c(scal(list(meanDiff=mean(a)-mean(b),cohenD=d,hedgesGApprox=d*(1-3/(4*df-1)),glassDelta=(mean(a)-mean(b))/sd(b))),list(groups=levels(f),n=c(length(a),length(b)),mean=c(mean(a),mean(b)),sd=c(sd(a),sd(b)),pooled=one(p),welch=one(w)))
  if(df>1) e$hedgesGExact<-U(J*d)
  if(abs(tt)<20&&df>2){lo<-nc(.975);hi<-nc(.025);if(!is.null(lo)&&!is.null(hi))e$cohenDCi95Noncentral<-c(lo,hi)*h}
  add(paste0("ti",i),"t.independent",list(x=xm,group=gm),e,rel=1e-6,notes="cohenDCi95Noncentral is a stretch item (tolerance 1e-3)")
  wt<-suppressWarnings(wilcox.test(a,b,exact=FALSE,correct=FALSE));wc<-suppressWarnings(wilcox.test(a,b,exact=FALSE,correct=TRUE));u<-as.numeric(wt$statistic);nn<-length(a)*length(b)
  e<-list(U1=u,U2=nn-u,p=wt$p.value,pCc=wc$p.value,rankBiserial=2*u/nn-1,commonLanguage=u/nn);if(!anyDuplicated(y)&&length(y)<70)e$pExact<-wilcox.test(a,b,exact=TRUE)$p.value
  r<-rank(c(a,b));N<-length(r);tie<-table(r);zz<-(u-nn/2)/sqrt(nn/12*(N+1-sum(tie^3-tie)/(N*(N-1))));e$z<-zz;e$rEffect<-abs(zz)/sqrt(N)
  add(paste0("mw",i),"np.mannWhitney",list(x=xm,group=gm),c(scal(e),list(groups=levels(f),n=c(length(a),length(b)),rankSum=c(sum(r[seq_along(a)]),sum(r[-seq_along(a)])))),rel=1e-6)
  # paired
  n<-sample(c(3,5,9,20,60),1);x<-round(rnorm(n,10,3),dig);y<-round(x+rnorm(n,sample(c(0,1,5),1),2),dig);xm<-x;if(n>8)xm[2]<-NA;k<-!is.na(xm);a<-xm[k];b<-y[k];s<-a-b
  if(sd(s)>0&&sd(a)>0&&sd(b)>0){tp<-t.test(a,b,paired=TRUE);nz<-s[s!=0];rk<-rank(abs(nz));wp<-sum(rk[nz>0]);wm<-sum(rk[nz<0])
   W0<-suppressWarnings(wilcox.test(s,exact=FALSE,correct=FALSE));W1<-suppressWarnings(wilcox.test(s,exact=FALSE,correct=TRUE))
   add(paste0("tp",i),"t.paired",list(x=xm,y=y),c(scal(list(n=length(a),meanDiff=mean(a-b),sdDiff=sd(a-b),t=tp$statistic,df=tp$parameter,p=tp$p.value,dz=mean(a-b)/sd(a-b),dav=mean(a-b)/sqrt((var(a)+var(b))/2),correlation=cor(a,b))),list(ci95=as.numeric(tp$conf.int),wilcoxon=scal(list(nNonZero=length(nz),wPlus=wp,wMinus=wm,pAsymptotic=W0$p.value,pAsymptoticCc=W1$p.value,matchedRankBiserial=(wp-wm)/(wp+wm))))),rel=1e-6)
   mu<-round(mean(a)+rnorm(1),1);t1<-t.test(a,mu=mu);add(paste0("t1",i),"t.oneSample",list(x=xm),c(scal(list(mean=mean(a),t=t1$statistic,df=t1$parameter,p=t1$p.value,pGreater=t.test(a,mu=mu,alternative="greater")$p.value)),list(ci95=as.numeric(t1$conf.int))),list(mu=U(mu)))}
}
# --- several groups
gh<-function(x,f){L<-levels(f);r<-list();for(i in 1:(length(L)-1))for(j in (i+1):length(L)){a<-x[f==L[i]];b<-x[f==L[j]];va<-var(a)/length(a);vb<-var(b)/length(b);df<-(va+vb)^2/(va^2/(length(a)-1)+vb^2/(length(b)-1));q<-abs(mean(a)-mean(b))/sqrt((va+vb)/2);r[[length(r)+1]]<-list(a=L[j],b=L[i],diff=mean(b)-mean(a),df=df,q=q,p=ptukey(q,length(L),df,lower=FALSE))};r}
for(i in 1:3){
  k<-sample(2:4,1);n<-sample(5:12,k,TRUE);g<-rep(sample(c("A","B","C","D","E","F","G"))[1:k],n);if(i%%3==0)g<-rep(sample(c(1,2,3,10,11,20,7))[1:k],n);dig<-sample(0:3,1)
  x<-round(rnorm(length(g),3+sample(c(0,.4,2),1)*match(g,unique(g)),.6+.3*match(g,unique(g))),dig);xm<-x;xm[1]<-NA;f<-factor(g[-1]);y<-x[-1];if(any(table(f)<2)||any(tapply(y,f,sd)==0))next;k<-nlevels(f)
  a<-anova(lm(y~f));w<-oneway.test(y~f);bt<-bartlett.test(y,f);tk<-TukeyHSD(aov(y~f))$f;N<-length(y)
  lev<-function(c){z<-abs(y-ave(y,f,FUN=c));q<-anova(lm(z~f));scal(list(F=q$F[1],df1=q$Df[1],df2=q$Df[2],p=q$P[1]))}
  ms<-a$Mean[2];ssb<-a$Sum[1];tot<-sum(a$Sum);m<-tapply(y,f,mean);v<-tapply(y,f,var);nn<-as.numeric(table(f));den<-sum((1-nn/N)*v);bf<-sum(nn*(m-mean(y))^2)/den;cc<-(1-nn/N)*v/den;bdf2<-1/sum(cc^2/(nn-1))
  pw<-pairwise.t.test(y,f,p.adjust.method="none")$p.value;L<-levels(f);pr<-list();pv<-c();for(ii in 1:(k-1))for(jj in (ii+1):k){pr<-c(pr,paste0(L[ii],"-",L[jj]));pv<-c(pv,pw[L[jj],L[ii]])}
  G<-gh(y,f);okdf<-all(sapply(G,function(q)q$df>8))&&a$Df[2]>10
  e<-c(scal(list(ssBetween=ssb,ssWithin=a$Sum[2],dfBetween=a$Df[1],dfWithin=a$Df[2],F=a$F[1],p=a$P[1],eta2=ssb/tot,omega2=(ssb-(k-1)*ms)/(tot+ms),epsilon2=(ssb-(k-1)*ms)/tot)),list(levels=L,n=nn,mean=as.numeric(m),sd=as.numeric(sqrt(v)),welch=scal(list(F=w$statistic,df1=w$parameter[1],df2=w$parameter[2],p=w$p.value)),brownForsytheMeans=scal(list(F=bf,df1=k-1,df2=bdf2,p=pf(bf,k-1,bdf2,lower=FALSE))),bartlett=scal(list(k2=bt$statistic,df=bt$parameter,p=bt$p.value)),leveneMean=lev(mean),leveneMedian=lev(median),pairwiseT=list(p=pv,holm=p.adjust(pv,"holm"),bonferroni=p.adjust(pv,"bonf"),bh=p.adjust(pv,"BH"))))
  if(okdf){pp<-strsplit(rownames(tk),"-");e$tukey<-lapply(seq_along(pp),function(j)scal(list(a=pp[[j]][1],b=pp[[j]][2],diff=tk[j,1],lo=tk[j,2],hi=tk[j,3],p=tk[j,4])));e$gamesHowell<-lapply(G,scal)}
  add(paste0("an",i),"anova.oneway",list(x=xm,group=g),e,abs=2e-6,rel=1e-4)
  kw<-kruskal.test(y,f);r<-rank(y);mr<-tapply(r,f,mean);H0<-12/(N*(N+1))*sum(nn*mr^2)-3*(N+1);tie<-table(y);s2<-(N*(N+1)/12-sum(tie^3-tie)/(12*(N-1)));dz<-c();for(ii in 1:(k-1))for(jj in (ii+1):k)dz<-c(dz,(mr[jj]-mr[ii])/sqrt(s2*(1/nn[ii]+1/nn[jj])));dp<-2*pnorm(-abs(dz));H<-as.numeric(kw$statistic)
  add(paste0("kw",i),"np.kruskalWallis",list(x=xm,group=g),c(scal(list(H=H,df=kw$parameter,p=kw$p.value,HUncorrected=H0,epsilon2=H/((N^2-1)/(N+1)),eta2H=(H-k+1)/(N-k))),list(levels=L,n=nn,meanRank=as.numeric(mr),dunn=list(z=dz,p=dp,holm=p.adjust(dp,"holm"),bh=p.adjust(dp,"BH")))),rel=1e-6)
  m<-matrix(round(runif(sample(3:12,1)*k,1,sample(c(4,9,100),1))),ncol=k);fr<-friedman.test(m);if(is.finite(fr$statistic))add(paste0("fr",i),"np.friedman",list(matrix=rows(m)),scal(list(chi2=fr$statistic,df=fr$parameter,p=fr$p.value,kendallW=as.numeric(fr$statistic)/(nrow(m)*(k-1)))))
}
# --- pairs
for(i in 1:8){n<-c(3,4,5,6,7,9,10,15)[i];x<-if(i%%2)rnorm(n,10,3) else sample(1:5,n,TRUE);y<-if(i%%2)sample(c(0,.5,5),1)*x+rnorm(n) else pmin(5,pmax(1,x+sample(-1:1,n,TRUE)));if(i==5)y<- -x; x<-round(x,6);y<-round(y,6)
  xm<-x;ym<-y;if(n>12){xm[3]<-NA;ym[5]<-NA};k<-!is.na(xm)&!is.na(ym);a<-xm[k];b<-ym[k];if(sd(a)==0||sd(b)==0||i==5)next
  p<-cor.test(a,b);s<-suppressWarnings(cor.test(a,b,method="spearman",exact=FALSE));kk<-suppressWarnings(cor.test(a,b,method="kendall",exact=FALSE));sp<-list(rho=s$estimate,p=s$p.value);kp<-list(tauB=kk$estimate,z=kk$statistic,p=kk$p.value)
  if(!anyDuplicated(a)&&!anyDuplicated(b)&&length(a)<50){kp$pExact<-cor.test(a,b,method="kendall",exact=TRUE)$p.value;if(length(a)<=9)sp$pExact<-cor.test(a,b,method="spearman",exact=TRUE)$p.value}
  pe<-scal(list(r=p$estimate,t=p$statistic,df=p$parameter,p=p$p.value));if(length(a)>3)pe$ci95<-as.numeric(p$conf.int);if(abs(s$estimate)>1-1e-9)sp$p<-NULL
  add(paste0("cp",i),"cor.pair",list(x=xm,y=ym),list(n=U(length(a)),pearson=pe,spearman=scal(sp),kendall=scal(kp)),list(missing=U("pairwise")),rel=1e-6)
  if(n>=9){M<-cbind(x=x,y=y,z=round(.4*x+rnorm(n),1),w=sample(1:3,n,TRUE));M[2,3]<-NA;M[4,1]<-NA;M[5,4]<-NA;for(me in c("pearson","spearman","kendall"))for(mi in c("pairwise","listwise"))add(paste0("cm",i,me,mi),"cor.matrix",list(data=as.list(as.data.frame(M)),columns=colnames(M)),list(matrix=rows(cor(M,method=me,use=if(mi=="pairwise")"pairwise" else "complete"))),list(method=U(me),missing=U(mi)))
   cmp<-M[complete.cases(M),];if(nrow(cmp)>5){R1<-residuals(lm(cmp[,1]~cmp[,3]+cmp[,4]));R2<-residuals(lm(cmp[,2]~cmp[,3]+cmp[,4]));r<-cor(R1,R2);df<-nrow(cmp)-4;t<-r*sqrt(df/(1-r^2));add(paste0("pc",i),"cor.partial",list(data=as.list(as.data.frame(M)),columns=colnames(M)),scal(list(r=r,df=df,t=t,p=2*pt(-abs(t),df),n=nrow(cmp))),list(x=U("x"),y=U("y"),control=c("z","w")),rel=1e-6)}}}
# --- tables
for(i in 1:8){r<-sample(2:4,1);cc<-if(i<9){r<-2;2}else sample(2:4,1);lam<-sample(c(1,3,8,60),1);if(r*cc>9&&lam>8)lam<-5;m<-matrix(rpois(r*cc,lam),r);if(any(rowSums(m)==0)||any(colSums(m)==0))next
  if(i==1)m<-matrix(c(9000,10,20,8000),2);N<-sum(m);ct<-suppressWarnings(chisq.test(m,correct=FALSE));E<-ct$expected;G<-2*sum(ifelse(m>0,m*log(m/E),0));X<-as.numeric(ct$statistic);mn<-min(dim(m))-1
  e<-list(n=N,chi2=X,df=ct$parameter,p=ct$p.value,logP=pchisq(X,ct$parameter,lower=FALSE,log.p=TRUE),likelihoodRatioG=G,pG=pchisq(G,ct$parameter,lower=FALSE),cramersV=sqrt(X/N/mn),contingencyCoefficient=sqrt(X/(X+N)),minExpected=min(E),cellsExpectedBelow5=sum(E<5))
  ph<-max(0,X/N-(r-1)*(cc-1)/(N-1));rt<-r-(r-1)^2/(N-1);ctt<-cc-(cc-1)^2/(N-1);e$cramersVBiasCorrected<-sqrt(ph/(min(rt,ctt)-1))
  if(r==2&&cc==2){y<-suppressWarnings(chisq.test(m));e$chi2Yates<-y$statistic;e$pYates<-y$p.value;ft<-fisher.test(m);if(i>1){e$fisherP<-ft$p.value;e$oddsRatioConditionalMle<-if(is.infinite(ft$estimate))"Infinity" else ft$estimate};e$fisherPLess<-fisher.test(m,alternative="less")$p.value;e$fisherPGreater<-fisher.test(m,alternative="greater")$p.value;e$phi<-(m[1,1]*m[2,2]-m[1,2]*m[2,1])/sqrt(prod(rowSums(m))*prod(colSums(m)));or<-m[1,1]*m[2,2]/(m[1,2]*m[2,1]);e$oddsRatioSample<-if(is.infinite(or))"Infinity" else or}else if(N<90){f<-try1(fisher.test(m,workspace=2e8));if(!is.null(f))e$fisherP<-f$p.value}
  ex<-scal(e);if(r==2&&cc==2&&i>1){ci<-as.numeric(ft$conf.int);ex$oddsRatioCi95<-lapply(ci,function(q)if(is.infinite(q))U("Infinity")else U(q))};ex$expected<-rows(E);ex$stdResiduals<-rows(ct$residuals);ex$adjResiduals<-rows(ct$stdres);add(paste0("tb",i),"table.chisq",list(table=rows(m)),ex,rel=1e-4,abs=1e-8)
  m<-matrix(rpois(4,sample(c(1,6,40),1)),2);if(m[1,2]+m[2,1]>0){a<-mcnemar.test(m,correct=FALSE);b<-mcnemar.test(m);add(paste0("mc",i),"table.mcnemar",list(table=rows(m)),scal(list(chi2=a$statistic,df=a$parameter,p=a$p.value,chi2Cc=b$statistic,pCc=b$p.value,pExact=binom.test(m[1,2],m[1,2]+m[2,1])$p.value)))}
  q<-sample(3:5,1);m<-matrix(rpois(q*q,sample(c(2,6),1)),q);a<-try1(mcnemar.test(m));if(!is.null(a)&&is.finite(a$statistic))add(paste0("bo",i),"table.bowker",list(table=rows(m)),scal(list(chi2=a$statistic,df=a$parameter,p=a$p.value)))
  kk<-rpois(q,sample(c(2,20),1));pp<-round(runif(q),2)+.01;if(sum(kk)>0){a<-suppressWarnings(chisq.test(kk,p=pp/sum(pp)));add(paste0("gf",i),"table.goodnessOfFit",list(counts=kk),c(scal(list(chi2=a$statistic,df=a$parameter,p=a$p.value)),list(expected=a$expected)),list(p=pp/sum(pp)))}
  nn<-rpois(q,30)+2;ss<-rbinom(q,nn,plogis(-1+.3*(1:q)));if(sum(ss)>0&&sum(ss)<sum(nn)){a<-prop.trend.test(ss,nn);add(paste0("tr",i),"table.trend",list(successes=ss,totals=nn),scal(list(chi2=a$statistic,df=a$parameter,p=a$p.value)))}
  n2<-sample(3:200,2);s2<-rbinom(2,n2,runif(2));l<-sample(c(.9,.95,.99),1);if(sum(s2)>0&&sum(s2)<sum(n2)){a<-suppressWarnings(prop.test(s2,n2,correct=FALSE,conf.level=l));b<-suppressWarnings(prop.test(s2,n2,conf.level=l));w1<-prop.test(s2[1],n2[1],correct=FALSE,conf.level=l)$conf.int;w2<-prop.test(s2[2],n2[2],correct=FALSE,conf.level=l)$conf.int;p1<-s2[1]/n2[1];p2<-s2[2]/n2[2];dd<-p1-p2
   zq<-qnorm((1+l)/2);ws<-zq*sqrt(p1*(1-p1)/n2[1]+p2*(1-p2)/n2[2])
   add(paste0("tp2",i),"ci.twoProportions",list(k1=U(s2[1]),n1=U(n2[1]),k2=U(s2[2]),n2=U(n2[2])),c(scal(list(diff=dd,chi2=a$statistic,p=a$p.value,chi2Cc=b$statistic,pCc=b$p.value,cohenH=2*asin(sqrt(p1))-2*asin(sqrt(p2)))),list(waldCi=c(dd-ws,dd+ws),newcombeCi=c(dd-sqrt((p1-w1[1])^2+(w2[2]-p2)^2),dd+sqrt((w1[2]-p1)^2+(p2-w2[1])^2)))),list(level=U(l)),rel=1e-6)}
  n<-sample(c(1,2,5,30,400,10000),1);s<-sample(c(0,n,rbinom(1,n,runif(1))),1);ph<-s/n;nt<-n+qnorm((1+l)/2)^2;pt2<-(s+nt/2-n/2)/nt;hw<-qnorm((1+l)/2)*sqrt(pt2*(1-pt2)/nt);wa<-qnorm((1+l)/2)*sqrt(ph*(1-ph)/n)
  add(paste0("pr",i),"ci.proportion",list(successes=U(s),n=U(n)),list(p=U(ph),wilson=as.numeric(suppressWarnings(prop.test(s,n,conf.level=l,correct=FALSE))$conf.int),wilsonCc=as.numeric(suppressWarnings(prop.test(s,n,conf.level=l))$conf.int),clopperPearson=as.numeric(binom.test(s,n,conf.level=l)$conf.int),agrestiCoull=c(pt2-hw,pt2+hw),wald=c(ph-wa,ph+wa)),list(level=U(l)),rel=1e-6,abs=1e-8)
  P<-sample(c(30,500,1e5),1);mg<-sample(c(.03,.05,.1),1);pp<-sample(c(.5,.2),1);n0<-qnorm((1+l)/2)^2*pp*(1-pp)/mg^2;nf<-n0/(1+(n0-1)/P);add(paste0("ss",i),"ci.sampleSize",list(populationSize=U(P)),scal(list(n0=n0,n=nf,nCeil=ceiling(nf))),list(margin=U(mg),p=U(pp),level=U(l)))
  x<-round(rnorm(sample(3:25,1),60,12));P<-sample(c(25,60,1000),1);if(length(x)<P){n<-length(x);se<-sd(x)/sqrt(n)*sqrt(1-n/P);add(paste0("mf",i),"ci.meanFpc",list(x=x),list(mean=U(mean(x)),n=U(n),se=U(se),ci=mean(x)+c(-1,1)*qt((1+l)/2,n-1)*se,seHypergeometric=U(sd(x)/sqrt(n)*sqrt((P-n)/(P-1)))),list(populationSize=U(P),level=U(l)))}
  pv<-round(runif(sample(1:12,1))^sample(c(1,4),1),sample(c(2,6),1));if(i%%4==0)pv<-c(pv,NA,pv[1]);add(paste0("pa",i),"p.adjust",list(p=pv),list(holm=p.adjust(pv,"holm"),hochberg=p.adjust(pv,"hochberg"),bh=p.adjust(pv,"BH"),by=p.adjust(pv,"BY"),hommel=p.adjust(pv,"hommel"),bonferroni=p.adjust(pv,"bonferroni")))
}
# --- scales
for(i in 1:4){n<-sample(c(20,30,40),1);k<-sample(4:8,1);pts<-sample(c(4,5,7),1);m<-likert(n,k,runif(1,.4,.85),pts);colnames(m)<-paste0("q",1:k);rev<-sample(k,sample(0:2,1));m[,rev]<-pts+1-m[,rev];mm<-m;if(i%%2==0)mm[sample(n*k,5)]<-NA
  D<-mm;D[,rev]<-pts+1-D[,rev];cd<-D[complete.cases(D),];if(any(apply(cd,2,sd)==0))next;inl<-list(data=setNames(lapply(1:k,function(j)mm[,j]),colnames(m)),columns=colnames(m));par<-list(missing=U("listwise"),reverse=colnames(m)[rev],scaleMin=U(1),scaleMax=U(pts));if(!length(rev))par$reverse<-character(0)
  C<-cov(cd);R<-cor(cd);V<-sum(C);nn<-nrow(cd);raw<-k/(k-1)*(1-sum(diag(C))/V);ar<-mean(R[lower.tri(R)]);F<-1-raw
  feldt<-c(1-F*qf(.975,nn-1,(nn-1)*(k-1)),1-F*qf(.025,nn-1,(nn-1)*(k-1)))
  std<-function(R){k<-ncol(R);a<-mean(R[lower.tri(R)]);k*a/(1+(k-1)*a)}
  add(paste0("al",i),"reliability.alpha",inl,c(scal(list(k=k,n=nn,rawAlpha=raw,stdAlpha=std(R),avgInterItemR=ar,scaleSumMean=mean(rowSums(cd)),scaleSumSd=sd(rowSums(cd)),guttmanLambda6=(sum(R)-(k-sum(smc(R))))/sum(R))),list(feldt95=feldt,itemMean=as.numeric(colMeans(cd)),itemSd=as.numeric(apply(cd,2,sd)),itemRestCorrelation=sapply(1:k,function(j)cor(cd[,j],rowSums(cd[,-j,drop=FALSE]))),itemTotalCorrelation=sapply(1:k,function(j)cor(cd[,j],rowSums(cd))),alphaIfDeleted=sapply(1:k,function(j){Q<-C[-j,-j];(k-1)/(k-2)*(1-sum(diag(Q))/sum(Q))}),stdAlphaIfDeleted=sapply(1:k,function(j)std(R[-j,-j])))),par,rel=1e-6)
  pc<-cov(D,use="pairwise");add(paste0("alp",i),"reliability.alpha",inl,scal(list(rawAlpha=k/(k-1)*(1-sum(diag(pc))/sum(pc)))),modifyList(par,list(missing=U("pairwise"))))
  for(mi in c("listwise","pairwise")){RR<-if(mi=="listwise")cor(mm[complete.cases(mm),]) else cor(mm,use="pairwise");K<-try1(KMO(RR));if(!is.null(K)&&det(RR)>1e-8)add(paste0("km",i,mi),"factor.kmo",inl,list(kmo=U(K$MSA),kmoItems=as.numeric(K$MSAi)),list(missing=U(mi)),rel=1e-6)}
  RR<-cor(mm[complete.cases(mm),]);B<-cortest.bartlett(RR,nn);add(paste0("bt",i),"factor.bartlett",inl,scal(list(n=nn,chi2=B$chisq,df=B$df,p=B$p.value,logP=pchisq(B$chisq,B$df,lower=FALSE,log.p=TRUE),determinant=det(RR))),list(missing=U("listwise")),rel=1e-6,abs=1e-300)
  nf<-if(k>=6)2 else 1;if(k>=9)nf<-3
  e<-eigen(RR);L<-e$vectors[,1:nf,drop=FALSE]%*%diag(sqrt(e$values[1:nf]),nf);ex<-list(n=U(nn),eigenvalues=e$values,loadings=rows(L),communalities=rowSums(L^2));if(nf>1)ex$varimaxLoadings<-rows(unclass(varimax(L,eps=1e-15)$loadings))
  if(min(abs(diff(e$values[1:(nf+1)])))>.02)add(paste0("pca",i),"factor.pca",inl,ex,list(missing=U("listwise"),nFactors=U(nf),rotation=U(if(nf>1)"varimax"else"none")),abs=3e-4,rel=1e-4,compare=list(loadings=U("columns-up-to-sign"),varimaxLoadings=U("columns-up-to-sign-and-order")))
  for(me in c("minres","ml","pa")){fa1<-try1(fa(RR,nf,n.obs=nn,fm=me,rotate="none",max.iter=5000,min.err=1e-9));if(is.null(fa1)||any(fa1$uniquenesses<.02))next;LL<-unclass(fa1$loadings)
    ex<-list(n=U(nn),uniquenesses=as.numeric(fa1$uniquenesses),communalities=as.numeric(fa1$communality),residualOffDiagSs=U({Q<-RR-LL%*%t(LL);sum(Q[lower.tri(Q)]^2)*2}));if(nf>1){ex$varimaxLoadings<-rows(unclass(varimax(LL,eps=1e-15)$loadings))}
    ex$residualOffDiagSs<-NULL
    if(me=="ml"&&((k-nf)^2-k-nf)/2>0){f<-try1(factanal(covmat=RR,factors=nf,n.obs=nn,rotation="none",control=list(nstart=5)));if(!is.null(f)){ex$uniquenesses<-as.numeric(f$uniquenesses);ex$communalities<-NULL;ex$varimaxLoadings<-NULL;ex$chi2<-U(as.numeric(f$STATISTIC));ex$df<-U(f$dof);ex$p<-U(as.numeric(f$PVAL))}}
    add(paste0("fa",me,i),"factor.efa",inl,ex,list(missing=U("listwise"),nFactors=U(nf),method=U(me),rotation=U(if(nf>1)"varimax"else"none"),kaiserNormalize=U(TRUE)),abs=3e-3,rel=3e-3,compare=list(varimaxLoadings=U("columns-up-to-sign-and-order")))
    if(nf>1&&me=="minres"){ob<-try1(oblimin(LL,normalize=FALSE,eps=1e-9,maxit=10000));if(!is.null(ob))add(paste0("ob",i),"factor.efa",inl,list(obliminLoadings=rows(unclass(ob$loadings))),list(missing=U("listwise"),nFactors=U(nf),method=U(me),rotation=U("oblimin"),kaiserNormalize=U(FALSE)),abs=5e-3,rel=5e-3,compare=list(obliminLoadings=U("columns-up-to-sign-and-order")))}}
  f1<-try1(factanal(covmat=cor(cd),factors=1,n.obs=nn));if(k>3&&!is.null(f1)&&all(f1$uniquenesses>.02)){sd1<-apply(cd,2,sd)*sqrt((nn-1)/nn);l<-as.numeric(f1$loadings)*sd1;th<-as.numeric(f1$uniquenesses)*sd1^2;m1<-fa(cor(cd),1,fm="minres",min.err=1e-9);ml<-as.numeric(m1$loadings);
   if(all(l>0))add(paste0("om",i),"reliability.omega",inl,c(scal(list(n=nn,omegaTotalMlCov=sum(l)^2/(sum(l)^2+sum(th)),omegaTotalMinresCor=sum(ml)^2/(sum(ml)^2+sum(1-ml^2)),omegaTotalMinresObservedVar=1-sum(1-ml^2)/sum(cor(cd)))),list(mlLoadings=as.numeric(l),mlResidualVar=as.numeric(th),minresLoadings=ml)),par,abs=1e-3,rel=1e-3)}
  a<-sample(1:4,n,TRUE);b<-ifelse(runif(n)<.6,a,sample(1:4,n,TRUE));W<-cohen.kappa(cbind(a,b),levels=1:5);lv<-1:5;T<-table(factor(a,lv),factor(b,lv))/n;wl<-1-abs(outer(lv,lv,"-"))/4;pe<-outer(rowSums(T),colSums(T));add(paste0("ck",i),"agree.cohenKappa",list(a=a,b=b),scal(list(n=n,agreementPct=100*sum(diag(T)),kappa=W$kappa,kappaQuadratic=W$weighted.kappa,kappaLinear=(sum(wl*T)-sum(wl*pe))/(1-sum(wl*pe)),ase=sqrt(W$var.kappa))),list(levels=lv),abs=1e-8)
  s<-sample(5:12,1);jn<-sample(2:6,1);q<-matrix(round(rnorm(s,5,2)+rnorm(s*jn,0,1.5)),s);IC<-try1(ICC(q,lmer=FALSE))$results;if(!is.null(IC)){form<-function(r)scal(list(icc=IC$ICC[r],F=IC$F[r],df1=IC$df1[r],df2=IC$df2[r],p=IC$p[r],lo=IC$`lower bound`[r],hi=IC$`upper bound`[r]));add(paste0("icc",i),"agree.icc",list(matrix=rows(q)),list(icc1=form(1),icc2=form(2),icc3=form(3),icc1k=form(4),icc2k=form(5),icc3k=form(6)),abs=1e-6,rel=1e-5)
   sp<-7;vv<-apply(q,2,var);rw<-1-vv/((sp^2-1)/12);mb<-mean(vv)/((sp^2-1)/12);J<-ncol(q);add(paste0("rwg",i),"agree.rwg",list(matrix=rows(q)),list(rwgItems=rw,rwgJ=U(J*(1-mb)/(J*(1-mb)+mb))),list(scalePoints=U(sp)))}
  kr<-matrix(sample(c(1:5,NA),4*9,TRUE,c(3,3,2,2,1,2)),4);ka<-function(M,type){u<-apply(M,2,function(c)c[!is.na(c)],simplify=FALSE);u<-u[sapply(u,length)>1];v<-sort(unique(unlist(u)));o<-matrix(0,length(v),length(v));for(z in u){mz<-length(z);for(a in seq_along(z))for(b in seq_along(z))if(a!=b){ia<-match(z[a],v);ib<-match(z[b],v);o[ia,ib]<-o[ia,ib]+1/(mz-1)}};nc<-rowSums(o);N<-sum(nc);dl<-outer(seq_along(v),seq_along(v),Vectorize(function(a,b)switch(type,nominal=as.numeric(a!=b),interval=(v[a]-v[b])^2,ratio=((v[a]-v[b])/(v[a]+v[b]))^2,ordinal={if(a==b)0 else{lo<-min(a,b);hi<-max(a,b);(sum(nc[lo:hi])-(nc[a]+nc[b])/2)^2}})));1-(N-1)*sum(o*dl)/sum(outer(nc,nc)*dl)}
  add(paste0("kr",i),"agree.krippendorff",list(ratings=rows(kr)),scal(list(nominal=ka(kr,"nominal"),ordinal=ka(kr,"ordinal"),interval=ka(kr,"interval"),ratio=ka(kr,"ratio"))))
  ns<-sample(4:15,1);nr<-sample(3:9,1);fc<-t(rmultinom(ns,nr,c(.5,.2,.2,.1)));fc<-fc[,colSums(fc)>0];P<-(rowSums(fc^2)-nr)/(nr*(nr-1));pj<-colSums(fc)/(ns*nr);Pe<-sum(pj^2);ka1<-(mean(P)-Pe)/(1-Pe);qj<-1-pj;se<-sqrt(2)/(sum(pj*qj)*sqrt(ns*nr*(nr-1)))*sqrt(sum(pj*qj)^2-sum(pj*qj*(qj-pj)));add(paste0("fk",i),"agree.fleissKappa",list(counts=rows(fc)),scal(list(kappa=ka1,se0=se,z=ka1/se)))
  d<-data.frame(y=rnorm(n,5,2),a=rnorm(n),b=rnorm(n,1e4,3),c=sample(0:1,n,TRUE));d$y<-d$y+d$a*sample(c(0,3),1)+.5*d$c;d<-round(d,3);dm<-d;dm$a[2]<-NA;dm$y[4]<-NA;l<-lm(y~a+b+c,dm);q<-summary(l);kk<-dm[complete.cases(dm),];vif<-sapply(c("a","b","c"),function(v)1/(1-summary(lm(reformulate(setdiff(c("a","b","c"),v),v),kk))$r.squared));add(paste0("ol",i),"regress.ols",list(data=as.list(dm),columns=names(dm)),c(scal(list(n=nrow(kk),r2=q$r.squared,adjR2=q$adj.r.squared,F=q$fstatistic[1],df1=3,df2=q$df[2],pF=pf(q$fstatistic[1],3,q$df[2],lower=FALSE),sigma=q$sigma)),list(coef=as.numeric(coef(l)),se=as.numeric(q$coefficients[,2]),t=as.numeric(q$coefficients[,3]),p=as.numeric(q$coefficients[,4]),beta=as.numeric(coef(l)[-1]*sapply(kk[,-1],sd)/sd(kk$y)),vif=as.numeric(vif))),list(y=U("y"),x=c("a","b","c")),abs=1e-8,rel=1e-6)
  sx<-sample(c("f","m"),n,TRUE);ag<-sample(c("18","35","55+"),n,TRUE,c(3,4,2));y<-round(rnorm(n,4)+.3*(sx=="f"),1);Ms<-c(f=5100,m=4900);Ma<-c(`18`=3000,`35`=4200,`55+`=2800);w<-rep(1,n);for(it in 1:3000){w<-w*(Ms[sx]/tapply(w,sx,sum)[sx]);w<-w*(Ma[ag]/tapply(w,ag,sum)[ag])};w<-as.numeric(w/mean(w));add(paste0("rk",i),"survey.rake",list(data=list(sex=sx,age=ag,y=y),columns=c("sex","age","y")),list(weights=w,weightedMean=U(sum(w*y)/n),kishDesignEffect=U(n*sum(w^2)/sum(w)^2)),list(margins=list(sex=as.list(scal(as.list(Ms))),age=scal(as.list(Ma)))),abs=1e-6,rel=1e-6)
}
here <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))
files <- c(dist = "farTails", desc = "described", np = "ranked", t = "twoGroupsMore", anova = "severalGroupsMore", cor = "related", table = "crossed", ci = "intervals", p = "intervals", reliability = "scalesMore", factor = "scalesMore", agree = "judges", regress = "related", survey = "weighted")
named <- vapply(out, function(v) unname(files[sub("\\..*", "", v$fn)]), "")
for (f in unique(named)) writeLines(toJSON(out[named == f], digits = I(15), pretty = TRUE, null = "null", na = "null"), file.path(dirname(here), paste0(f, ".json")))
