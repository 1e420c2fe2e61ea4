using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Samverk.Storage;

// The only way there is to say it: both are marked as experimental, and pinned with the package.
#pragma warning disable EF1001, EF9100

/// <summary>
/// Works out the constants of a query that is compiled, each of them once, without compiling code for each. Entity Framework
/// makes machine code of some fifty small functions for every new query, calls each of them once and throws them away; that was most of the
/// time of a page that is asked for the first time. A function that makes functions is compiled as before, since those are called for every row.
/// </summary>
sealed class InterpretedConstants(ShapedQueryCompilingExpressionVisitorDependencies dependencies, RelationalShapedQueryCompilingExpressionVisitorDependencies relational, RelationalCommandBuilderDependencies commands)
    : RelationalLiftableConstantProcessor(dependencies, relational, commands)
{
    readonly MaterializerLiftableConstantContext plain = new(dependencies);
    readonly RelationalMaterializerLiftableConstantContext whole = new(dependencies, relational, commands);

    public static void Use(DbContextOptionsBuilder options) => options.ReplaceService<ILiftableConstantProcessor, InterpretedConstants>();

    protected override ConstantExpression InlineConstant(LiftableConstantExpression liftableConstant) => liftableConstant.ResolverExpression switch
    {
        var makes when FunctionsWithin.Has(makes.Body) => base.InlineConstant(liftableConstant),
        Expression<Func<RelationalMaterializerLiftableConstantContext, object>> resolver => Expression.Constant(resolver.Compile(preferInterpretation: true)(whole), liftableConstant.Type),
        Expression<Func<MaterializerLiftableConstantContext, object>> resolver => Expression.Constant(resolver.Compile(preferInterpretation: true)(plain), liftableConstant.Type),
        _ => base.InlineConstant(liftableConstant),
    };

    sealed class FunctionsWithin : ExpressionVisitor
    {
        bool found;

        public static bool Has(Expression expression)
        {
            var looking = new FunctionsWithin();
            looking.Visit(expression);
            return looking.found;
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            found = true;
            return node;
        }
    }
}
